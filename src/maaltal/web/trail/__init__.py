"""Sporing (trail): who did what, and who looked at which persons' rows. It is only ever added to."""
