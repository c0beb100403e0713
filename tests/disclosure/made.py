"""Small municipalities with few people here and there, made up by Hypothesis, and loaded into a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period, from_to, month, parse_period, year
from maaltal.store import Store
from tests.store.given import Row, load, load_units, row

SINCE = date(2000, 1, 1)
BELOW = (
    Unit("BUF-C1", "Centret Opdigt", "centre", "BUF", SINCE),
    Unit("BUF-C1-1", "Børnehuset Opdigt", "unit", "BUF-C1", SINCE),
    Unit("BUF-C1-2", "Skolen Opdigt", "unit", "BUF-C1", SINCE),
    Unit("BUF-C2", "Området Opdigt", "centre", "BUF", SINCE),
    Unit("KFF-1", "Biblioteket Opdigt", "centre", "KFF", SINCE),
    Unit("KFF-2", "Hallen Opdigt", "centre", "KFF", SINCE),
)
PLACES = ("BUF", *(unit.code for unit in BELOW), "SOF", "ØKF")
SCHEMES = ("loentilskud", "virksomhedspraktik", "smaajob", "fleksjob")
YEAR = year(2024)


@dataclass(frozen=True)
class Bunch:
    """So many people who begin alike in one unit and scheme, each some days longer than the one before."""

    unit: str
    scheme: str
    people: int
    first: int
    days: int

    def rows(self, number: int) -> list[Row]:
        start = YEAR.start + timedelta(days=self.first)
        ends = [min(start + timedelta(days=self.days + n), YEAR.last_day) for n in range(self.people)]
        return [
            row(f"{number}-{n}", start.isoformat(), end.isoformat(), unit=self.unit, scheme=self.scheme)
            for n, end in enumerate(ends)
        ]


def bunches(people: st.SearchStrategy[int]) -> st.SearchStrategy[list[Bunch]]:
    starts = st.one_of(
        st.integers(0, 360),
        st.sampled_from([month(2024, n).start.timetuple().tm_yday - 1 for n in range(1, 13)]),
    )
    each = st.builds(
        Bunch, st.sampled_from(PLACES), st.sampled_from(SCHEMES), people, starts, st.integers(0, 365)
    )
    return st.lists(each, min_size=1, max_size=14)


def stored(folder: Path, made: Sequence[Bunch]) -> Path:
    store = Store(folder)
    load_units(store, BELOW)
    load(store, "2024", [each for number, bunch in enumerate(made) for each in bunch.rows(number)])
    return store.folder


def truth(made: Sequence[Bunch], variable: tuple[str, str, str, str]) -> int:
    """What an attacker would like to know, counted one person at a time."""
    what, unit, scheme, when = variable
    rows = [each for number, bunch in enumerate(made) for each in bunch.rows(number)]
    period = parse_period(when)
    stays = [
        from_to(date.fromisoformat(start), date.fromisoformat(end or ""))
        for _, of, at, start, end, *_ in rows if (of, at) == (scheme, unit)
    ]  # fmt: skip
    overlaps = [shared for stay in stays if (shared := stay.overlap(period))]
    match what:
        case "days":
            return sum(shared.days for shared in overlaps)
        case "starts":
            return sum(stay.start in period for stay in stays)
        case "ends":
            return sum(stay.last_day in period for stay in stays)
        case _:
            return len(overlaps)


def persons(made: Sequence[Bunch], variables: Iterable[tuple[str, str, str, str]]) -> int:
    """How many people are behind figures of these, in the whole time that they span."""
    times: dict[tuple[str, str], list[Period]] = {}
    for _, unit, scheme, when in variables:
        times.setdefault((unit, scheme), []).append(parse_period(when))
    spans = {key: Period(min(each).start, max(each).end) for key, each in times.items()}
    return sum(truth(made, ("spells", *key, span.code)) for key, span in spans.items())
