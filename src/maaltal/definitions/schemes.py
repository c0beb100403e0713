"""Read the state's schemes. In the file both days of a pair of dates are included; in core the last is not."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from maaltal.core.periods import ONE_DAY
from maaltal.core.schemes import DurationLimit, Scheme
from maaltal.core.text import Text

type Table = Mapping[str, Any]


@cache
def load_schemes() -> dict[str, Scheme]:
    """The state's schemes by code."""
    tables = tomllib.loads((files(__package__) / "schemes.toml").read_text("utf-8"))["scheme"]
    return {table["code"]: _scheme(table) for table in tables}


def _scheme(table: Table) -> Scheme:
    limits = tuple(
        DurationLimit(limit["weeks"], limit["valid_from"], _after(limit), limit["source"])
        for limit in table.get("limit", ())
    )
    return Scheme(
        table["code"], _text(table["label"]), table["valid_from"], _after(table), table["source"], limits
    )


def _text(pair: Table) -> Text:
    return Text(pair["da"], pair["en"])


def _after(table: Table) -> date | None:
    last: date | None = table.get("valid_to")
    return last + ONE_DAY if last else None
