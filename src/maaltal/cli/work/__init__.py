"""What each verb does, apart from how it was written on the command line."""
