"""The form of a worked example: a few spells in, one figure out, for the reference, the engine and the guide."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from maaltal.core.catalogue import Measure
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import parse_period
from maaltal.core.spells import Spell
from maaltal.core.text import Text

LONG_AGO = date(2000, 1, 1)
DAY_CARE = Unit("skole", "Skolen", "unit", "BUF", LONG_AGO)
LIBRARY = Unit("bibliotek", "Biblioteket", "unit", "KFF", LONG_AGO)
TOP = (
    Unit("KK", "Kommunen", "municipality", None, LONG_AGO),
    Unit("BUF", "Børn og unge", "administration", "KK", LONG_AGO),
    Unit("KFF", "Kultur og fritid", "administration", "KK", LONG_AGO),
)
ORGANISATION = Organisation((*TOP, DAY_CARE, LIBRARY))


@dataclass(frozen=True)
class Example:
    """`spells`: a row each of person, scheme, unit, first day, last day (- for running), and hours, retention or project."""

    measure: Measure
    title: Text
    why: Text
    period: str
    spells: str
    gives: Fraction | int
    node: str = "KK"
    selection: str = "all"
    known_to: str | None = None
    known_from: str | None = None
    organisation: Organisation = field(default=ORGANISATION)
    organisation_words: Text | None = None
    options: tuple[tuple[str, str], ...] = ()

    def rows(self) -> list[list[str]]:
        return [line.split() for line in self.spells.strip().splitlines()]

    def to_spells(self) -> list[Spell]:
        return [self._spell(*row) for row in self.rows()]

    def _spell(self, person: str, scheme: str, unit: str, start: str, end: str, *extra: str) -> Spell:
        began, ended = date.fromisoformat(start), None if end == "-" else date.fromisoformat(end)
        known_to = (
            date.fromisoformat(self.known_to)
            if self.known_to
            else ended or parse_period(self.period).last_day
        )
        known_from = date.fromisoformat(self.known_from) if self.known_from else began
        hours = next((Fraction(word) for word in extra if word[0].isdigit()), None)
        return Spell(
            person, scheme, unit, max(began, known_from), min(ended or known_to, known_to), began,
            ended, hours, "retention" in extra, "project" in extra,
        )  # fmt: skip
