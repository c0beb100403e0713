"""File formats of notes, one module each: a file -> lines. Nothing is written, and nothing in a file is run."""
