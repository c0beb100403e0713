"""The organisation as a file in a batch: a JSON list with one object per version of a unit."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from maaltal.core.organisation import Unit

_DATES = ("valid_from", "valid_to")


def write_units(path: Path, units: Iterable[Unit]) -> None:
    rows = [asdict(unit) for unit in units]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1, default=date.isoformat) + "\n", "utf-8")


def read_units(path: Path) -> tuple[Unit, ...]:
    """In the order in which they were written."""
    return tuple(map(_unit, json.loads(path.read_text("utf-8"))))


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(**row | {name: date.fromisoformat(row[name]) for name in _DATES if row[name]})
