"""The pages of notes and of the audit."""
