"""What notes are asked for with."""
