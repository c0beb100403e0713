"""Scenarios written as words on the command line, or in a TOML file with several."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from maaltal.cli.exits import Exit, RefusalError, refuse
from maaltal.cli.work.scenario_cost import CostAsked, add_cost
from maaltal.core.municipality import Municipality
from maaltal.core.scenarios import Change, Level, Move, Raise, Scale, Scenario, ScenarioError, SetTo, compare
from maaltal.core.targets import TargetSet
from maaltal.core.text import Text, same
from maaltal.definitions import load_municipality
from maaltal.documents.document import Document
from maaltal.documents.scenarios import scenario_document
from maaltal.ground.targets import no_targets


@dataclass(frozen=True)
class Asked:
    """The set that is built on (by name, or the one in force in a year), and the scenarios."""

    year: int | None
    base: str | None
    scenarios: Sequence[tuple[str, tuple[str, ...]]]
    file: Path | None
    ordinary_staff: int | None
    published_way: bool
    municipality: str
    cost: CostAsked | None = None


def scenario(asked: Asked) -> Document:
    """The scenarios side by side. Refusal for an unknown set, a change that is not understood or cannot be made."""
    known = load_municipality(asked.municipality)
    base = _base(asked, known)
    named = [
        Scenario(name, same(name), tuple(read_change(word, asked.ordinary_staff) for word in words))
        for name, words in asked.scenarios
    ]
    if asked.file:
        named.extend(read_file(asked.file, asked.ordinary_staff))
    try:
        comparison = compare(base, named, known.code, asked.ordinary_staff)
    except ScenarioError as problem:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=problem.sentence) from problem
    document = scenario_document(comparison, known, published_way=asked.published_way)
    return add_cost(document, comparison, known, asked.cost) if asked.cost else document


def _base(asked: Asked, municipality: Municipality) -> TargetSet:
    sets = municipality.target_sets_for(asked.year) if asked.year else municipality.target_sets
    found = [targets for targets in sets if asked.base in (None, targets.name)]
    if not found:
        raise no_targets(municipality, asked.year, asked.base)
    return found[0]


def read_change(words: str, staff: int | None) -> Change:
    """raise:GROUP:N, set:GROUP:N, scale:GROUP:FACTOR, move:N:FROM:TO or level:PERCENT; Refusal on anything else."""
    match words.split(":"):
        case ["raise", group, number]:
            return Raise(group, _whole(number, words))
        case ["set", group, number]:
            return SetTo(group, _whole(number, words))
        case ["scale", group, factor]:
            return Scale(group, _number(factor, words))
        case ["move", number, source, destination]:
            return Move(_whole(number, words), source, destination)
        case ["level", percent]:
            return Level(_number(percent, words) / 100, _required(staff))
        case _:
            raise _not_understood(words)


def read_file(file: Path, staff: int | None) -> list[Scenario]:
    """`[[scenario]]` tables with name, label (a string or da and en) and changes, a list of words as on the command line."""
    try:
        tables = tomllib.loads(file.read_text("utf-8"))["scenario"]
        return [_scenario(table, staff) for table in tables]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as problem:
        raise refuse(
            Exit.REFUSED, "{file} kan ikke læses som modeller: {reason}.", "{file} cannot be read as scenarios: {reason}.",
            file=file.name, reason=str(problem),
        ) from problem  # fmt: skip


def _scenario(table: Mapping[str, Any], staff: int | None) -> Scenario:
    label = table.get("label", table["name"])
    text = Text(label["da"], label["en"]) if isinstance(label, dict) else same(label)
    changes = tuple(read_change(words, staff) for words in table.get("changes", ()))
    return Scenario(table["name"], text, changes, table.get("method", "hamilton"))


def _whole(words: str, change: str) -> int:
    number = _number(words, change)
    if number.denominator != 1:
        raise _not_understood(change)
    return int(number)


def _number(words: str, change: str) -> Fraction:
    try:
        return Fraction(words.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise _not_understood(change) from None


def _required(staff: int | None) -> int:
    if staff is None:
        raise refuse(
            Exit.USAGE, "level:PCT kræver antallet af ordinært ansatte: angiv det med --staff.",
            "level:PCT needs the number of ordinary staff: give it with --staff.",
        )  # fmt: skip
    return staff


def _not_understood(words: str) -> RefusalError:
    return refuse(
        Exit.USAGE,
        "Ændringen '{words}' forstås ikke; skriv raise:GRUPPE:TAL, set:GRUPPE:TAL, scale:GRUPPE:FAKTOR, move:TAL:FRA:TIL eller level:PCT.",
        "The change '{words}' is not understood; write raise:GROUP:NUMBER, set:GROUP:NUMBER, scale:GROUP:FACTOR, "
        "move:NUMBER:FROM:TO or level:PERCENT.", words=words,
    )  # fmt: skip
