"""Received files in, findings and validated spells out."""
