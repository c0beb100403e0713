"""Numbers of the register as the text of a cell: days, hours, person numbers, codes."""

from collections.abc import Callable
from datetime import date

import numpy as np

from maaltal.sample.rows import UNKNOWN_HOURS, Rows, Whole

type Written = list[str]


def danish(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def days(column: Whole, write: Callable[[date], str]) -> Written:
    """Each day as `write` writes it; every day is written once only."""
    known = {number: write(date.fromordinal(number)) for number in np.unique(column).tolist()}
    return [known[number] for number in column.tolist()]


def last_days(rows: Rows, last: date, write: Callable[[date], str]) -> Written:
    """The end of each row; nothing where it runs on after `last`."""
    beyond = rows["ended"] > last.toordinal()
    written = days(np.minimum(rows["ended"], last.toordinal()), write)
    return ["" if open_ended else text for open_ended, text in zip(beyond.tolist(), written, strict=True)]


def hours(column: Whole) -> Written:
    """Hundredths of an hour as hours with a decimal comma; nothing where they are unknown."""
    known = {number: f"{number / 100:g}".replace(".", ",") for number in np.unique(column).tolist()}
    known[UNKNOWN_HOURS] = ""
    return [known[number] for number in column.tolist()]


def chosen(column: Whole, words: tuple[str, ...]) -> Written:
    """The word at each place."""
    return [words[number] for number in column.tolist()]


def hyphened(number: int) -> str:
    """The way the job centre writes a person number."""
    return f"{number // 10_000}-{number % 10_000:04}"
