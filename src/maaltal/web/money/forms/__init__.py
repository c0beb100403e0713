"""Forms that ask what the library asks."""
