"""Validated spells become measurements: every unit, selection and month in one pass."""
