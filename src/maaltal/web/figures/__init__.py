"""Figures: the overview, a unit's page, where a figure comes from, and the spells behind it."""
