"""People, their roles and their logins."""
