"""Applications to the fleksjob pool, what was granted and paid, and the employments that they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from maaltal.core.periods import ONE_DAY, Period, from_to
from maaltal.core.schemes import FLEKSJOB
from maaltal.core.spells import Spell


@dataclass(frozen=True)
class Application:
    """Ansøgning (application) to the pool for one new fleksjob. `person` is a pseudonym; `monthly` is in kroner.

    `granted` is the day of the grant, None while there is none. The grant runs from the month of `first` to that of
    `last`. `row` is the row of the received file.
    """

    number: str
    person: str
    committee: str
    unit: str
    applied: date
    granted: date | None
    first: date
    last: date
    monthly: Fraction
    row: int = 0

    @property
    def months(self) -> tuple[Period, ...]:
        return from_to(self.first, self.last).months()

    @property
    def day(self) -> date:
        """The day on which the person must not be in fleksjob already."""
        return self.granted or self.applied

    def promised(self, year: int) -> Fraction:
        """Tilsagn (promised): the grant's months in the year times its amount, in kroner; 0 without a grant."""
        if self.granted is None:
            return Fraction(0)
        return self.monthly * sum(month.start.year == year for month in self.months)

    @property
    def grant(self) -> Fraction:
        """Bevilget beløb (amount granted), all months together."""
        return self.monthly * len(self.months) if self.granted else Fraction(0)


@dataclass(frozen=True)
class Payment:
    """Udbetaling (payment) to an application's workplace for a month; money that comes back is negative."""

    application: str
    month: Period
    kroner: Fraction
    row: int = 0


@dataclass(frozen=True)
class Stretch:
    """Ansættelse (employment): days in fleksjob here without a day between, whatever the unit, both days counted.

    `first` is the registered start; `last` is the last day that the register tells of.
    """

    first: date
    last: date

    def touches(self, month: Period) -> bool:
        return self.first < month.end and month.start <= self.last


@dataclass(frozen=True)
class Employments:
    """Ansættelser i fleksjob (employments) by person, and the days that the register answers for."""

    by_person: Mapping[str, tuple[Stretch, ...]]
    known: tuple[Period, ...]

    def of(self, person: str) -> tuple[Stretch, ...]:
        return self.by_person.get(person, ())

    def knows(self, period: Period) -> bool:
        return any(days.covers(period) for days in self.known)

    def on(self, person: str, day: date) -> Stretch | None:
        """The employment that runs on the day."""
        return next((each for each in self.of(person) if each.first <= day <= each.last), None)

    def after(self, person: str, day: date) -> Stretch | None:
        """The first employment that begins after the day."""
        return next((each for each in self.of(person) if each.first > day), None)

    def in_month(self, person: str, month: Period) -> bool:
        return any(each.touches(month) for each in self.of(person))

    def months(self, application: Application) -> int:
        """How many of the application's months have a day in fleksjob."""
        return sum(self.in_month(application.person, month) for month in application.months)


def employments(spells: Iterable[Spell], known: Sequence[Period], persons: Iterable[str]) -> Employments:
    """Of these persons alone. Every fleksjob counts, also one that does not count towards targets."""
    wanted = set(persons)
    found: dict[str, list[Stretch]] = {}
    for spell in spells:
        if spell.scheme == FLEKSJOB and spell.person in wanted:
            found.setdefault(spell.person, []).append(Stretch(spell.began, spell.last))
    return Employments({person: _joined(stretches) for person, stretches in found.items()}, tuple(known))


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for each in sorted(stretches, key=lambda stretch: (stretch.first, stretch.last)):
        if joined and each.first <= joined[-1].last + ONE_DAY:
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, each.last))
        else:
            joined.append(each)
    return tuple(joined)
