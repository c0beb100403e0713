"""What changes target sets: each write is one function, whole or not at all, with its event in the trail inside."""
