"""A made-up municipality whose register adds up to published figures."""

from maaltal.sample.writing import Written, WrittenFile, write

__all__ = ["Written", "WrittenFile", "write"]
