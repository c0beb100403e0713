"""What notes are made of and which there are, as core objects."""
