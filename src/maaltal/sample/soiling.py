"""Mixes the planted bad rows into an extract."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from maaltal.core.periods import Period
from maaltal.sample.dirt import Dirt
from maaltal.sample.extracts import Form, Line
from maaltal.sample.organisation import shared_p_number
from maaltal.sample.register import Register
from maaltal.sample.rows import ORDINARY, Flags, Rows, Whole

FIRST_NUMBER = 6_101_500_001
"""Born on "61 January 1950", before anybody else in the sample."""
INSIDE = timedelta(days=3)
"""A row inside another leaves out so many of its days at both ends."""
SHORTEST_AROUND = 14
EXTRA = "prøvebemærkning"


@dataclass(frozen=True)
class Model:
    """A row of the extract that a bad one can repeat."""

    line: Line
    first: date
    last: date


def soiled(
    lines: Sequence[Line], register: Register, form: Form, period: Period, planted: Sequence[Dirt]
) -> Iterator[Line]:
    """The lines of the extract, with a bad one after each of so many stretches."""
    rows = form.rows(register, period)
    words = {"year": str(period.start.year), "shared": shared_p_number(register.organisation)}
    models = _models(rows, register.steady, period)
    ends = _ends(len(lines), len(planted))
    for number, dirt in enumerate(planted):
        yield from lines[ends[number] : ends[number + 1]]
        place = int(models[number])
        last = min(int(rows["ended"][place]), period.last_day.toordinal())
        model = Model(lines[place], date.fromordinal(int(rows["began"][place])), date.fromordinal(last))
        yield _bad(dirt, form.write_number(FIRST_NUMBER + number), model, form, words)


def planted_rows(good: int, planted: int) -> tuple[int, ...]:
    """Where the bad rows stand among so many good ones, as a reader counts rows: the header is row 1."""
    return tuple(end + number + 1 for number, end in enumerate(_ends(good, planted)[1:], start=1))


def _ends(good: int, planted: int) -> list[int]:
    ends: list[int] = np.linspace(0, good, planted + 1).astype(int).tolist()
    return ends


def _models(rows: Rows, steady: Flags, period: Period) -> Whole:
    """Where the rows stand that a bad one can repeat: the person's only one, begun in the period, not short."""
    people, persons = np.unique(rows["person"], return_inverse=True)
    alone = np.bincount(persons, minlength=len(people))[persons] == 1
    begun = rows["began"] >= period.start.toordinal()
    long = np.minimum(rows["ended"], period.last_day.toordinal()) - rows["began"] >= SHORTEST_AROUND
    return np.flatnonzero(alone & begun & long & steady[rows["place"]] & (rows["scheme"] != ORDINARY))


def _bad(dirt: Dirt, person: str, model: Model, form: Form, words: Mapping[str, str]) -> Line:
    if dirt.like == "copy":
        return model.line
    if dirt.like == "inside":
        return _inside(model, form)
    cells = {form.columns[0]: person, **form.good, **dirt.cells}
    line = tuple(cells[column].format(**words) for column in form.columns)
    return line[: dirt.extra_cells] if dirt.extra_cells < 0 else line + (EXTRA,) * dirt.extra_cells


def _inside(model: Model, form: Form) -> Line:
    """The same person, scheme and unit, on days that are told already."""
    cells = dict(zip(form.columns, model.line, strict=True))
    cells[form.began] = form.write_day(model.first + INSIDE)
    cells[form.ended] = form.write_day(model.last - INSIDE)
    return tuple(cells.values())
