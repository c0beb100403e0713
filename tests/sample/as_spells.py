"""The sample's own rows as the core's spells, without any file in between."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from maaltal.core.periods import Period
from maaltal.core.spells import Spell
from maaltal.sample.register import Register
from maaltal.sample.rows import ORDINARY, SCHEMES, UNKNOWN_HOURS, touching


def as_spells(register: Register, period: Period) -> Iterator[Spell]:
    """The registrations that count in the extracts of a period."""
    rows = touching(register.rows, period.start, period.last_day)
    for row in rows[rows["scheme"] != ORDINARY]:
        began, ended = date.fromordinal(int(row["began"])), date.fromordinal(int(row["ended"]))
        yield Spell(
            person=str(register.numbers[row["person"]]),
            scheme=SCHEMES[row["scheme"]],
            unit=register.places[row["place"]].code,
            first=max(began, period.start),
            last=min(ended, period.last_day),
            began=began,
            ended=ended if ended <= period.last_day else None,
            hours=None if row["hours"] == UNKNOWN_HOURS else Fraction(int(row["hours"]), 100),
            retention=bool(row["retention"]),
            excluded=bool(row["excluded"]),
        )
