"""A TOML file that a person wrote, as an entry."""

import tomllib
from decimal import Decimal
from pathlib import Path

from maaltal.core.entries import Entry
from maaltal.core.file_errors import fault
from maaltal.core.person_numbers import mask
from maaltal.intake.errors import refuse


def read_entry(file: Path) -> Entry:
    """The whole file. IntakeError when it cannot be read, or is no TOML."""
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise refuse(
            "Filen {file} kan ikke læses som TOML: {fault}.", "The file {file} cannot be read as TOML: {fault}.",
            file=file.name, fault=fault(problem),
        ) from None  # fmt: skip
    return Entry(mask(file.name), table, refuse)
