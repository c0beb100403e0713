"""Finished notes: files of any common format -> lines and cells -> the tables of figures that the audit knows."""
