"""The REST API for other systems, and the keys that let them in."""
