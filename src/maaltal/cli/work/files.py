"""The files that a user names, in the order in which they can be read: the organisation first."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.definitions import load_municipality
from maaltal.ground.arriving import organisation_first
from maaltal.intake.keys import Key, read_key
from maaltal.intake.load import Delivery
from maaltal.intake.receive import Asked
from maaltal.store import Store

READABLE = {".csv", ".tsv", ".xlsx", ".parquet"}


@dataclass(frozen=True)
class Inbox:
    """Files and folders as named, with what the user said about them."""

    named: tuple[Path, ...]
    key_file: Path | None
    period: Period | None
    layout: str | None
    mapping: Path | None
    store: Path
    municipality: str
    own_key: Key | None = None

    @cached_property
    def definitions(self) -> Municipality:
        return load_municipality(self.municipality)

    @cached_property
    def key(self) -> Key | None:
        return self.own_key or read_key(self.key_file, os.environ)

    @property
    def asked(self) -> Asked:
        return Asked(self.layout, self.mapping, self.period)

    def files(self) -> tuple[Path, ...]:
        """Every file. RefusalError for a folder without any that can be read."""
        return organisation_first((file for path in self.named for file in _inside(path)), self.asked)

    def delivery(self, file: Path, units: tuple[Unit, ...] | None = None) -> Delivery:
        return Delivery(Store(self.store), file, self.definitions, self.key, self.asked, units)


def _inside(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return (path,)
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in READABLE)
    if not found:
        raise refuse(
            Exit.USAGE, "Der er ingen CSV-, XLSX- eller Parquet-filer i mappen {folder}.",
            "There are no CSV, XLSX or Parquet files in the folder {folder}.", folder=path,
        )  # fmt: skip
    return found
