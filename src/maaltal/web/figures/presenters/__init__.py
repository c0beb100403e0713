"""Core's figures as the words of a page."""
