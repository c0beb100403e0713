"""Dated facts with their sources, as TOML; read here, once, into core objects."""

from maaltal.definitions.errors import DefinitionError
from maaltal.definitions.load import fingerprint, known_municipalities, load_municipality

__all__ = ["DefinitionError", "fingerprint", "known_municipalities", "load_municipality"]
