"""The organisation as pages and files show it."""
