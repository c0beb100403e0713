"""Find and read the definitions of a municipality."""

import hashlib
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from maaltal.core.entries import Entry
from maaltal.core.file_errors import fault
from maaltal.core.municipality import Municipality
from maaltal.core.person_numbers import mask
from maaltal.definitions.errors import DefinitionError, refuse
from maaltal.definitions.municipality import municipality


def known_municipalities() -> tuple[str, ...]:
    folder = files(__package__) / "municipalities"
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    )


def load_municipality(name: str = "koebenhavn") -> Municipality:
    """A shipped municipality by name, or anybody's own TOML file by its path. DefinitionError when it is neither."""
    return municipality(municipality_entry(name))


def municipality_entry(name: str) -> Entry:
    """All of the file, to be read part by part. DefinitionError as above."""
    try:
        return Entry(name, tomllib.loads(municipality_text(name), parse_float=Decimal), refuse)
    except tomllib.TOMLDecodeError as problem:
        raise _unusable(name, problem) from problem


def fingerprint(name: str) -> str:
    """SHA-256 of the municipality's and the state's definitions as they are written now. DefinitionError as above."""
    schemes = (files(__package__) / "schemes.toml").read_text("utf-8")
    return hashlib.sha256(f"{schemes}\0{municipality_text(name)}".encode()).hexdigest()


def municipality_text(name: str) -> str:
    """The TOML of a shipped municipality, or of anybody's own file, with CPR numbers masked. DefinitionError when it is neither."""
    if name in known_municipalities():
        return (files(__package__) / "municipalities" / f"{name}.toml").read_text("utf-8")
    try:
        return mask(Path(name).read_text("utf-8"))
    except FileNotFoundError as problem:
        raise refuse(
            "'{name}' er hverken en fil eller en af kommunerne {known}.", "'{name}' is neither a file nor one of the municipalities {known}.",
            name=name, known=", ".join(known_municipalities()),
        ) from problem  # fmt: skip
    except (OSError, UnicodeDecodeError) as problem:
        raise _unusable(name, problem) from problem


def _unusable(name: str, problem: Exception) -> DefinitionError:
    return refuse(
        "{name} kan ikke bruges som en kommunes definitioner: {fault}.", "{name} cannot be used as a municipality's definitions: {fault}.",
        name=name, fault=fault(problem),
    )  # fmt: skip
