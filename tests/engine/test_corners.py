"""Corners that the single pass has to get round, each held against the reference definitions in every cell."""

from datetime import date
from fractions import Fraction

import pytest

from maaltal.core.catalogue import MEASURES
from maaltal.core.measures import Question
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import parse_period
from maaltal.core.spells import Spell
from maaltal.engine import Figures, figures
from maaltal.engine.calendar import Calendar, monthly, single
from tests.agreement.generated import SELECTIONS

FOUNDED = date(1998, 1, 1)
HALF = date(2024, 7, 1)


def unit(code: str, parent: str | None, start: date = FOUNDED, end: date | None = None) -> Unit:
    return Unit(code, code, "unit", parent, start, end)


STANDING = (
    unit("K", None),
    unit("A", "K"),
    unit("B", "K"),
    unit("A1", "A"),
    unit("A2", "A"),
    unit("B1", "B"),
)
STILL = Organisation((*STANDING, unit("U", "A1"), unit("V", "A1")))
THERE_AND_BACK = Organisation(
    (*STANDING, unit("V", "A1"), unit("U", "A1", FOUNDED, date(2024, 4, 10)),
     unit("U", "B1", date(2024, 4, 10), HALF), unit("U", "A2", HALF))
)  # fmt: skip
TAKEN_OVER = Organisation(
    (*STANDING, unit("V", "A1"), Unit("U", "U", "unit", "A1", FOUNDED, HALF, successor="V"))
)


def spell(first: str, last: str, **more: object) -> Spell:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    given: dict[str, object] = {
        "person": "p",
        "scheme": "fleksjob",
        "unit": "U",
        "began": begin,
        "ended": end,
    }
    return Spell(first=begin, last=end, **{**given, **more})  # type: ignore[arg-type]


LONG_AGO = date(2012, 5, 1)
ALL_YEAR = spell("2024-01-01", "2024-12-31")
CORNERS = {
    "a run moves away and comes back": (THERE_AND_BACK, [spell("2024-03-01", "2024-08-31")]),
    "a run begins after the unit was here before": (THERE_AND_BACK, [spell("2024-05-01", "2024-08-31")]),
    "a unit is taken over by one where the person is already": (
        TAKEN_OVER, [ALL_YEAR, spell("2024-03-01", "2024-12-31", unit="V", hours=Fraction(20))],
    ),
    "one registration ends where another runs on": (STILL, [ALL_YEAR, spell("2024-02-01", "2024-12-31", ended=None)]),
    "one registration ends inside another": (STILL, [ALL_YEAR, spell("2024-02-01", "2024-05-31")]),
    "one begins where another is cut by its extract": (
        STILL, [spell("2024-01-01", "2024-05-31"), spell("2024-01-01", "2024-12-31", began=LONG_AGO)],
    ),
    "adjacent over the cut of a unit's move": (
        THERE_AND_BACK, [spell("2024-01-01", "2024-06-30"), spell("2024-07-01", "2024-09-30")],
    ),
    "adjacent over New Year": (STILL, [spell("2023-06-01", "2023-12-31"), spell("2024-01-01", "2024-01-31")]),
    "the same month twice": (STILL, [spell("2024-03-01", "2024-03-05"), spell("2024-03-20", "2024-04-05")]),
    "the same year twice, elsewhere": (
        STILL, [spell("2024-03-01", "2024-03-05"), spell("2024-11-20", "2024-12-05", unit="B1")],
    ),
    "two schemes on the same days": (STILL, [ALL_YEAR, spell("2024-02-01", "2024-03-31", scheme="loentilskud")]),
    "fewer hours first": (
        STILL, [spell("2024-02-01", "2024-03-31", hours=Fraction(5)), spell("2024-02-10", "2024-05-31")],
    ),
    "most hours first when all else is equal": (
        STILL, [spell("2024-02-01", "2024-03-31", hours=Fraction(5)), spell("2024-02-01", "2024-03-31", unit="V")],
    ),
    "retention, old and new rules in one run": (
        STILL, [spell("2024-01-01", "2024-04-30", began=LONG_AGO), spell("2024-04-01", "2024-09-30", retention=True),
                spell("2024-10-01", "2024-12-31", excluded=True)],
    ),
    "before and after the calendar": (
        STILL, [spell("2020-01-01", "2020-02-01"), spell("2026-01-01", "2026-02-01"), spell("2022-12-31", "2025-01-01")],
    ),
    "one day": (STILL, [spell("2024-02-29", "2024-02-29")]),
}  # fmt: skip
CALENDARS = {
    "months": monthly(parse_period("2023-12..2024-09")),
    "year": single(parse_period("2024")),
    "a weekend": single(parse_period("2024-06-29..2024-06-30")),
}


@pytest.mark.parametrize("calendar", CALENDARS.values(), ids=CALENDARS)
@pytest.mark.parametrize(("organisation", "spells"), CORNERS.values(), ids=CORNERS)
def test_corner(organisation: Organisation, spells: list[Spell], calendar: Calendar) -> None:
    found = figures(spells, organisation, SELECTIONS, calendar)
    for code, held in different(spells).items():
        for bucket in range(len(calendar.buckets)):
            for node in ("K", "A", "A1", "A2", "B", "U", "V"):
                check(found, held, organisation, (node, code, bucket))


def different(spells: list[Spell]) -> dict[str, list[Spell]]:
    """One selection for each set of the spells that some selection holds."""
    found = {}
    for selection in SELECTIONS:
        held = [s for s in spells if selection.holds(s.scheme, s.retention, s.before_reform, s.excluded)]
        found[tuple(map(id, held))] = (selection.code, held)
    return {code: held for code, held in found.values() if held}


def check(
    found: Figures, spells: list[Spell], organisation: Organisation, cell: tuple[str, str, int]
) -> None:
    node, code, bucket = cell
    selection = next(selection for selection in SELECTIONS if selection.code == code)
    calendar = found.layout.calendar
    for to_date, period in ((False, calendar.buckets[bucket]), (True, calendar.to_date(bucket))):
        question = Question(node, selection, period, organisation)
        for measure in MEASURES.values():
            told = found.value(node, code, measure.code, bucket, to_date)
            assert told == measure.reference(spells, question), (*cell, to_date, measure.code)
