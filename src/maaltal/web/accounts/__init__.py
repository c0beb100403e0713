"""People and what they may: roles over parts of the organisation, for a time."""
