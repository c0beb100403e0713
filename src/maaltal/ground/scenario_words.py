"""Scenarios written as words, or in a TOML file with several."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import partial
from pathlib import Path

from maaltal.core.apportionment import METHODS
from maaltal.core.economics.written import whole
from maaltal.core.entries import Entry
from maaltal.core.file_errors import fault
from maaltal.core.person_numbers import mask
from maaltal.core.scenarios import Change, Level, Move, Raise, Scale, Scenario, SetTo
from maaltal.core.text import Text, same
from maaltal.ground.errors import GroundError, refuse


def read_change(words: str, staff: int | None) -> Change:
    """raise:GROUP:N, set:GROUP:N, scale:GROUP:FACTOR, move:N:FROM:TO or level:PERCENT; GroundError on anything else."""
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
    """`[[scenario]]` tables with name, label (a string or da and en), changes (a list of words as for `read_change`) and method."""
    try:
        return read_text(file.read_text("utf-8"), file.name, staff)
    except (OSError, UnicodeDecodeError) as problem:
        raise _unreadable(file.name, problem) from problem


def read_text(text: str, name: str, staff: int | None) -> list[Scenario]:
    """The same, of a file's text; `name` is what it is called. GroundError when it holds no scenarios."""
    try:
        top = Entry(mask(name), tomllib.loads(text), partial(refuse, "file"))
    except tomllib.TOMLDecodeError as problem:
        raise _unreadable(name, problem) from problem
    found = [_scenario(entry, staff) for entry in top.entries("scenario")]
    if not found:
        raise refuse("file", "{file} har ingen modeller: skriv hver som [[scenario]] med name og changes.",
                     "{file} has no scenarios: write each as [[scenario]] with name and changes.", file=name)  # fmt: skip
    return found


def _unreadable(name: str, problem: Exception) -> GroundError:
    return refuse(
        "file", "{file} kan ikke læses som modeller: {reason}.", "{file} cannot be read as scenarios: {reason}.",
        file=name, reason=fault(problem),
    )  # fmt: skip


def _scenario(entry: Entry, staff: int | None) -> Scenario:
    """CPR numbers are masked in what is shown."""
    name = mask(entry.word("name"))
    label = entry.text("label", same(name))
    changes = tuple(read_change(words.da, staff) for words in entry.words("changes"))
    method = entry.one_of("method", METHODS, "hamilton")
    entry.finish()
    return Scenario(name, Text(mask(label.da), mask(label.en)), changes, method)


def _whole(words: str, change: str) -> int:
    try:
        return whole(words)
    except ValueError:
        raise _not_understood(change) from None


def _number(words: str, change: str) -> Fraction:
    try:
        return Fraction(words.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise _not_understood(change) from None


def _required(staff: int | None) -> int:
    if staff is None:
        raise refuse(
            "question", "level:PCT kræver antallet af ordinært ansatte: angiv det med --staff.",
            "level:PCT needs the number of ordinary staff: give it with --staff.",
        )  # fmt: skip
    return staff


def _not_understood(words: str) -> GroundError:
    return refuse(
        "question",
        "Ændringen '{words}' forstås ikke; skriv raise:GRUPPE:TAL, set:GRUPPE:TAL, scale:GRUPPE:FAKTOR, move:TAL:FRA:TIL eller level:PCT.",
        "The change '{words}' is not understood; write raise:GROUP:NUMBER, set:GROUP:NUMBER, scale:GROUP:FACTOR, "
        "move:NUMBER:FROM:TO or level:PERCENT.", words=words,
    )  # fmt: skip
