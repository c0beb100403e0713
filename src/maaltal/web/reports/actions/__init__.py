"""Each write of the notes: keyword-only, whole or not at all, with its event inside."""
