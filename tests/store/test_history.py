"""Random histories of loading and undoing, against a model that asks batch by batch and day by day."""

import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.periods import Period, from_to
from maaltal.store import Store, spells
from tests.store.given import Row, after, commit, row, write_spells

FIRST = date(2024, 1, 1)
WINDOW = from_to(FIRST, FIRST + timedelta(days=19))
SOURCES = ("placements", "payroll")

days = st.integers(-3, 22).map(lambda n: FIRST + timedelta(days=n))
periods = st.tuples(st.integers(0, 19), st.integers(0, 19)).map(
    lambda pair: from_to(FIRST + timedelta(days=min(pair)), FIRST + timedelta(days=max(pair)))
)


@st.composite
def registered(draw) -> Row:
    start, end = sorted((draw(days), draw(days)))
    return row(draw(st.sampled_from("abc")), str(start), draw(st.sampled_from([None, str(end)])))


@dataclass(frozen=True)
class Load:
    source: str
    period: Period
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Undo:
    which: int


loads = st.builds(Load, st.sampled_from(SOURCES), periods, st.lists(registered(), max_size=4).map(tuple))
histories = st.lists(st.one_of(loads, loads, st.builds(Undo, st.integers(0, 9))), min_size=1, max_size=7)


@dataclass
class Known:
    """What the model remembers of one batch."""

    load: Load
    at: datetime
    undone: datetime | None = None

    def alive(self, moment: datetime) -> bool:
        return self.at <= moment and not (self.undone and self.undone <= moment)


@dataclass
class Model:
    batches: list[Known] = field(default_factory=list)

    def answers(self, source: str, day: date, moment: datetime) -> Load | None:
        fit = (
            known for known in reversed(self.batches) if known.load.source == source and known.alive(moment)
        )
        return next((known.load for known in fit if day in known.load.period), None)

    def counted(self, moment: datetime) -> list[tuple[str, date]]:
        found = []
        for day in WINDOW.each_day():
            for source in SOURCES:
                load = self.answers(source, day, moment)
                found += [(values[0], day) for values in (load.rows if load else ()) if runs_on(values, day)]
        return sorted(found)


def runs_on(values: Row, day: date) -> bool:
    return values[3] <= str(day) and (values[4] is None or str(day) <= values[4])


@settings(max_examples=25, derandomize=True)
@given(histories)
def test_at_every_moment_the_newest_extract_that_covers_a_day_answers_for_it(history):
    with tempfile.TemporaryDirectory() as folder:
        store, model = Store(Path(folder)), Model()
        for number, step in enumerate(history):
            take(store, model, step, after(number))
        for number in range(len(history)):
            counted = [
                (spell.person, day) for spell in spells(store.view(after(number))) for day in spell.days()
            ]
            assert sorted(counted) == model.counted(after(number))
        assert store.view().parts == store.view(after(len(history))).parts


def take(store: Store, model: Model, step: Load | Undo, at: datetime) -> None:
    if isinstance(step, Load):
        with store.staging() as staging:
            write_spells(staging / "spells.parquet", step.rows)
            commit(store, staging, step.period, at, source=step.source)
        model.batches.append(Known(step, at))
    elif step.which < len(model.batches) and model.batches[step.which].undone is None:
        store.undo(store.batches()[step.which].id, at)
        model.batches[step.which].undone = at
