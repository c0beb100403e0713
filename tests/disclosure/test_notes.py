"""Notes that hide small counts, against somebody who has them all and reckons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from maaltal.core.periods import parse_period
from maaltal.documents.notes.render import placeable
from maaltal.ground.ground import Ground, ground
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import material
from tests.disclosure.attacker import Attacker
from tests.disclosure.made import Bunch, bunches, persons, stored, truth
from tests.disclosure.reading import Printed, Reader

THRESHOLD = 5
ASKED = (
    Asked("annual", parse_period("2024")), Asked("part-year", parse_period("2024-01..2024-10")),
    Asked("monthly", parse_period("2024-03"), "BUF"), Asked("monthly", parse_period("2024-04"), "BUF"),
    Asked("monthly", parse_period("2024-12"), "KK"),
)  # fmt: skip


def printed(known: Ground, asked: Asked) -> list[Printed]:
    found = placeable(material(known, asked))
    reader = Reader(known.municipality, known.organisation, asked.unit or "KK", asked.period)
    return list(reader.read([*found.tables, *(chart.data for chart in found.charts)]))


def all_printed(known: Ground, hiding: Hiding | None) -> list[Printed]:
    return [each for asked in ASKED for each in printed(known, replace(asked, hiding=hiding))]


def told(
    seen: list[Printed], whole: list[Printed], made: list[Bunch]
) -> list[tuple[tuple[str, str, str], float, float]]:
    """Where a hidden figure of fewer people than the threshold is known after all, and what it lies between."""
    attacker = Attacker([(each.expression, each.value) for each in seen if not each.hidden])
    found = []
    for one, true in zip(seen, whole, strict=True):
        if one.hidden and 0 < persons(made, one.expression) < THRESHOLD:
            low, high = attacker.guess(one.expression)
            assert low - 1e-4 <= true.value <= high + 1e-4, (one.where, low, true.value, high)
            if high - low < min(map(abs, one.expression.values())) * (1 - 1e-3):
                found.append((one.where, low, high))
    return found


@settings(max_examples=3)
@given(bunches(st.integers(1, 9)))
def test_cells_are_what_the_attacker_takes_them_for(made: list[Bunch]) -> None:
    with TemporaryDirectory() as folder:
        for each in all_printed(ground(stored(Path(folder), made), "koebenhavn"), None):
            exact = sum(factor * truth(made, variable) for variable, factor in each.expression.items())
            assert each.value == exact, each.where


@settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(bunches(st.integers(1, 9)))
def test_no_small_figure_of_all_the_notes_can_be_worked_out(made: list[Bunch]) -> None:
    with TemporaryDirectory() as folder:
        known = ground(stored(Path(folder), made), "koebenhavn")
        seen, whole = (all_printed(known, hiding) for hiding in (Hiding(THRESHOLD), None))
        assert not told(seen, whole, made)
