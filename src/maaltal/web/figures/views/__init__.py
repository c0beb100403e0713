"""Parse what is asked, ask one query, present it, write the page."""
