"""All figures that a reader may see, of all units and every part of a year, against somebody who reckons."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from maaltal.core.periods import Period, month, parse_period
from maaltal.core.rounding import Exact
from maaltal.engine.calendar import single
from maaltal.ground.ground import Ground, ground
from maaltal.ground.hiding import Hiding, figures_of, hides
from tests.disclosure.attacker import Attacker, Quantity
from tests.disclosure.made import YEAR, Bunch, bunches, stored

THRESHOLD = 5
PARTS = [
    Period(month(2024, first).start, month(2024, last).end)
    for first, last in (
        (1, 12),
        (1, 1),
        (2, 2),
        (3, 3),
        (12, 12),
        (1, 2),
        (1, 3),
        (2, 3),
        (1, 11),
        (4, 12),
        (4, 11),
    )
]
TOP = frozenset({"KK", "BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF"})
CENTRE = frozenset({"BUF-C1", "BUF-C1-1", "BUF-C1-2"})
READERS = {
    "everything": Hiding(THRESHOLD),
    "the top": Hiding(THRESHOLD, seen=TOP),
    "an administration": Hiding(THRESHOLD, seen=TOP | CENTRE | {"BUF-C2"}),
    "a leader": Hiding(THRESHOLD, own=frozenset({"BUF-C1-1"}), seen=TOP | {"BUF-C1-1"}),
    "a leader of a centre": Hiding(THRESHOLD, own=frozenset({"KFF-1"}), seen=TOP | {"KFF-1"}),
}  # fmt: skip


def figures(known: Ground, hiding: Hiding, period: Period) -> Iterator[tuple[Quantity, Exact, int, bool]]:
    """Each figure that the reader might see: its value, the persons behind it, and whether it is hidden."""
    units = [unit.code for unit in known.organisation.below("KK", period.last_day)]
    hidden = hides(known, period, hiding, [unit for unit in units if hiding.sees(unit)])
    counted = known.figures(known.municipality.selections, single(period))
    for unit in units:
        for figure in sorted(
            figures_of(known, period, unit), key=lambda each: (each.selection, each.measure)
        ):
            behind = "headcount" if figure.measure == "headcount" else "persons-affected"
            yield (
                Quantity(figure.measure, unit, figure.selection, period),
                counted.value(unit, figure.selection, figure.measure), int(counted.value(unit, figure.selection, behind)),
                figure in hidden or not hiding.sees(unit),
            )  # fmt: skip


def told(known: Ground, hiding: Hiding) -> list[tuple[Quantity, float, float]]:
    every = [each for period in PARTS for each in figures(known, hiding, period)]
    attacker = Attacker(
        [
            (wanted.expression(known.organisation), Fraction(value))
            for wanted, value, _, hidden in every
            if not hidden
        ]
    )
    found = []
    for wanted, value, persons, hidden in every:
        if hidden and 0 < persons < THRESHOLD:
            expression = wanted.expression(known.organisation)
            low, high = attacker.guess(expression)
            assert low - 1e-4 <= value <= high + 1e-4, (wanted, low, value, high)
            if high - low < float(min(expression.values())) * (1 - 1e-3):
                found.append((wanted, low, high))
    return found


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=2, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(made=bunches(st.integers(1, 9)))
def test_no_few_persons_can_be_worked_out_from_any_part_of_a_year(reader: str, made: list[Bunch]) -> None:
    with TemporaryDirectory() as folder:
        assert not told(ground(stored(Path(folder), made), "koebenhavn"), READERS[reader])


@settings(max_examples=3)
@given(made=bunches(st.integers(5, 9)))
def test_nothing_is_hidden_where_nothing_is_small(made: list[Bunch]) -> None:
    """Everybody from January to December: no month has fewer than its year."""
    all_year = [Bunch(each.unit, each.scheme, each.people, 0, 365) for each in made]
    with TemporaryDirectory() as folder:
        known = ground(stored(Path(folder), all_year), "koebenhavn")
        units = list(known.organisation.versions)
        for period in (YEAR, month(2024, 3), parse_period("2024-01..2024-10")):
            assert not hides(known, period, READERS["everything"], units)


def test_what_is_hidden_does_not_depend_on_what_was_asked_before() -> None:
    made = [
        Bunch("BUF-C1-1", "smaajob", 3, 40, 20),
        Bunch("BUF-C1-2", "smaajob", 9, 0, 300),
        Bunch("KFF-1", "loentilskud", 7, 10, 90),
    ]
    with TemporaryDirectory() as folder:
        store = stored(Path(folder), made)
        units = ["BUF-C1", "BUF-C1-1", "BUF-C1-2", "KFF-1"]
        onwards, backwards = (
            {
                (part, unit): hides(known, part, READERS["everything"], [unit])
                for part in parts
                for unit in units
            }
            for known, parts in (
                (ground(store, "koebenhavn"), PARTS),
                (ground(store, "koebenhavn"), PARTS[::-1]),
            )
        )
        assert onwards == backwards


def test_a_single_day_is_hidden_to_whoever_may_not_see_few() -> None:
    """The days of two periods that end a day apart differ by one day's people."""
    made = [Bunch("BUF-C1-1", "virksomhedspraktik", 9, 0, 300)]
    with TemporaryDirectory() as folder:
        known = ground(stored(Path(folder), made), "koebenhavn")
        quantities = list(figures(known, READERS["everything"], parse_period("2024-03-01..2024-03-14")))
        assert all(hidden for wanted, _, _, hidden in quantities if wanted.measure != "headcount")
