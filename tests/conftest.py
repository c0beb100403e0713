"""Fixtures that every test can ask for."""

from tests.browser import chromium

__all__ = ["chromium"]
