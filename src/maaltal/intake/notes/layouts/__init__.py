"""Layouts: one recogniser for each kind of table, from lines to the shapes that the audit knows."""
