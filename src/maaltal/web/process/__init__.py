"""Files: sent, checked, looked at, loaded in the background, and taken back."""
