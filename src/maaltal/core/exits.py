"""What became of people after their spells. It is an exit rate, not an effect: nobody knows what would have happened else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from maaltal.core.measures import Question, ended_runs
from maaltal.core.periods import Period, month
from maaltal.core.spells import Spell

MONTHS_AFTER = 3
SOURCE = "Københavns Kommune, status januar-oktober 2017: i job eller uddannelse i 3. måned efter forløbet"


@dataclass(frozen=True)
class Outcome:
    """Udfald (outcome): a person was in job or education from `first` to `last`, both counted."""

    person: str
    kind: Literal["job", "education"]
    first: date
    last: date

    def touches(self, period: Period) -> bool:
        return self.first < period.end and period.start <= self.last


def third_month_after(day: date) -> Period:
    """The calendar month three after the one that `day` lies in."""
    months = day.year * 12 + day.month - 1 + MONTHS_AFTER
    return month(months // 12, months % 12 + 1)


def exits(spells: Iterable[Spell], outcomes: Iterable[Outcome], question: Question) -> int:
    """Afgange (exits): ended spells whose person is in job or education in the third month after."""
    known = tuple(outcomes)
    return sum(
        any(
            outcome.person == run.spells[0].person and outcome.touches(third_month_after(run.last))
            for outcome in known
        )
        for run in ended_runs(spells, question)
    )


def exit_rate(spells: Iterable[Spell], outcomes: Iterable[Outcome], question: Question) -> Fraction | None:
    """Afgangsrate (exit rate): exits / ended spells; None when no spell ended."""
    spells = tuple(spells)
    ended = sum(1 for _ in ended_runs(spells, question))
    return Fraction(exits(spells, outcomes, question), ended) if ended else None
