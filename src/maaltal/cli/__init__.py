"""The command line: the flow as verbs."""
