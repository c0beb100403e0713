"""What a TOML budget proposal says of all its lines, and how one of them becomes amounts by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.budget_lines import ByYear
from maaltal.core.economics.drivers import once, rounded, running
from maaltal.core.entries import Entry
from maaltal.core.text import Text

type MoreJobs = Callable[[tuple[str, ...], int], int]
"""How many fleksjobs more than the targets of a year a scenario has, from its changes in words."""

ONE = Fraction(1)
LONGEST = 30


@dataclass(frozen=True)
class Frame:
    """What holds of every line: the years, the price level, what a number in the file is worth, and the rounding, in kroner."""

    years: tuple[int, ...]
    level: int
    unit: Fraction
    to: int
    folder: Path
    more_jobs: MoreJobs | None = None

    def amount(self, number: Fraction) -> Amount:
        return Amount(number * self.unit, self.level)

    def by_year(self, amount: Amount, entry: Entry) -> ByYear:
        """In one `year`, or every year `from` the first `to` the last; whole multiples of the rounding."""
        amount = rounded(amount, self.to)
        if entry.has("year"):
            return once(amount, entry.whole("year"))
        first, last = entry.whole("from", self.years[0]), entry.whole("to", self.years[-1])
        return running(amount, self.years, first, last)

    def beside(self, entry: Entry, key: str) -> Path:
        """A file that the proposal names. It lies with the proposal: one from elsewhere may be somebody else's secret."""
        name = entry.word(key)
        file = self.folder / name
        if not file.resolve().is_relative_to(self.folder.resolve()):
            raise entry.wrong(key, name, Text("en fil ved siden af forslaget", "a file beside the proposal"))
        return file

    def permanent(self, entry: Entry) -> bool:
        """As it says; else whether it is neither for one year nor ends."""
        return entry.flag("permanent", not (entry.has("year") or entry.has("to")))


def frame_of(entry: Entry, folder: Path, more_jobs: MoreJobs | None = None) -> Frame:
    """IntakeError for years or a rounding that cannot be."""
    first = entry.whole("first_year")
    last = entry.whole("last_year", first)
    if not 1998 <= first <= last <= 2100 or last - first > LONGEST:
        raise entry.wrong("last_year", last, Text("fra first_year og højst 30 år frem", "from first_year and 30 years on at most"))  # fmt: skip
    unit = entry.number("unit", ONE)
    to = unit * entry.number("round_to", ONE)
    if unit <= 0 or to.denominator != 1 or to < 1:
        raise entry.wrong(
            "round_to", to, Text("et helt antal kroner over 0", "a whole number of kroner above 0")
        )
    return Frame(tuple(range(first, last + 1)), entry.whole("price_level"), unit, int(to), folder, more_jobs)
