"""Options that say which scenarios (modeller) are meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maaltal.cli.job_options import in_order
from maaltal.cli.parameters import FILE, FILE_NAME, Words, at_least
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text
from maaltal.terminal.words import option


def _model(words: str) -> tuple[str, tuple[str, ...]]:
    name, separator, changes = words.partition("=")
    if not (name and separator):
        raise ValueError(words)
    return mask(name), tuple(changes.split())


MODEL = Words(
    Text("navn=ændringer", "name=changes"), _model,
    Text("'{value}' skal skrives som NAVN=ÆNDRINGER, for eksempel \"Model 1=raise:fleksjob:100\"",
         "'{value}' must be written as NAME=CHANGES, such as \"Model 1=raise:fleksjob:100\""),
)  # fmt: skip


def model_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Scenarios one by one, or in a file, and the staff that a level in per cent is of."""
    return in_order(
    option("--model", "models", multiple=True, type=MODEL, da="En model; kan gentages.", en="A scenario; may be repeated."),
    option("--file", type=FILE, called=FILE_NAME, da="Modeller fra en TOML-fil.", en="Scenarios from a TOML file."),
    option("--staff", type=at_least(1), called=Text("TAL", "NUMBER"),
           da="Antal ordinært ansatte, til niveauet i pct.", en="Number of ordinary staff, for the level in per cent."),
    )(function)  # fmt: skip
