"""Made-up applications to the fleksjob pool about people of the made-up municipality, with faults planted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import numpy as np

from maaltal.core.periods import month
from maaltal.core.schemes import FLEKSJOB
from maaltal.definitions.load import load_municipality
from maaltal.sample.cells import hyphened
from maaltal.sample.register import Register, register
from maaltal.sample.rows import SCHEMES, Flags, Rows

YEAR, SEED = 2024, 1
MONTHLY = 6436
"""What 10 hours a week came to a month in the proposal of 2016."""
WEEKS_BEFORE = timedelta(weeks=3)
GOOD = 8
NOBODY = "610190-0000"
WAGE_BILLS = {
    "Økonomiudvalget (inkl. KS)": 1_253_333_333, "Sundheds- og Omsorgsudvalget": 3_160_000_000, "Børne- og Ungdomsudvalget": 7_453_333_333,
    "Teknik- og Miljøudvalget": 960_000_000, "Kultur- og Fritidsudvalget": 640_000_000, "Socialudvalget": 3_093_333_333,
    "Beskæftigelses- og Integrationsudvalget": 946_666_667,
}  # fmt: skip
"""What the contributions printed in 2016 imply, here for every year."""
COMMITTEES = dict(zip(("ØKF", "SUF", "BUF", "TMF", "KFF", "SOF", "BIF"), WAGE_BILLS, strict=True))

type Case = tuple[str, ...]


def wage_bills_csv() -> str:
    """Udvalg;År;Lønsum."""
    rows = ((committee, str(YEAR), str(kroner)) for committee, kroner in WAGE_BILLS.items())
    return _csv(("Udvalg", "År", "Lønsum"), rows)


def applications_csv() -> str:
    """Eight good grants, then: already in fleksjob, no employment, a double grant, one ended early, one that waits."""
    header = (
        "Ansøgning",
        "CPR-nummer",
        "Udvalg",
        "Enhed",
        "Ansøgt",
        "Bevilget",
        "Fra måned",
        "Til måned",
        "Kr. pr. måned",
    )
    return _csv(header, _cases())


def payments_csv() -> str:
    """Every granted month is paid from the first, also where it should not have been; and some that are wrong by themselves."""
    return _csv(("Ansøgning", "Måned", "Beløb"), _payments())


def _csv(header: Sequence[str], rows: Iterator[Case] | Sequence[Case]) -> str:
    return "".join(f"{';'.join(row)}\n" for row in (header, *rows))


@cache
def _made() -> Register:
    return register(load_municipality(), YEAR, 1, SEED)


@cache
def _cases() -> tuple[Case, ...]:
    made = _made()
    good = [_case(f"P-{n:03}", row) for n, row in enumerate(_begun(made)[:GOOD], start=1)]
    already, early = _running(made)[0], _ended(made)[0]
    first = good[0]
    return (
        *good,
        _case("P-009", already, granted=date(YEAR, 3, 1)),
        ("P-010", NOBODY, *first[2:]),
        ("P-011", *first[1:]),
        _case("P-012", early),
        (
            *_case("P-013", already, granted=date(YEAR, 9, 2))[:5],
            "",
            f"{YEAR}-10",
            f"{YEAR}-12",
            str(MONTHLY),
        ),
    )


def _payments() -> Iterator[Case]:
    for number, *_, granted, first, last, monthly in _cases():
        for n in range(int(first[-2:]), int(last[-2:]) + 1):
            if granted:
                yield number, f"{YEAR}-{n:02}", monthly
    good = _cases()
    yield good[1][0], good[1][6], str(MONTHLY)  # a month paid twice
    yield good[2][0], f"{YEAR}-01", str(MONTHLY)  # a month before the grant
    yield "P-099", f"{YEAR}-05", str(MONTHLY)  # nobody applied


def _case(number: str, row: Rows, granted: date | None = None) -> Case:
    began = date.fromordinal(int(row["began"]))
    granted = granted or began - WEEKS_BEFORE
    first = max(began, granted)
    made = _made()
    place = made.places[int(row["place"])].code
    return (
        number, hyphened(int(made.numbers[row["person"]])), COMMITTEES[place[:3]], place,
        (granted - WEEKS_BEFORE).isoformat(), granted.isoformat(), month(first.year, first.month).code, f"{YEAR}-12", str(MONTHLY),
    )  # fmt: skip


def _alone(made: Register) -> Rows:
    """Fleksjobs of people who have no other row."""
    persons, counts = np.unique(made.rows["person"], return_counts=True)
    rows = made.rows[made.rows["scheme"] == SCHEMES.index(FLEKSJOB)]
    alone: Rows = rows[np.isin(rows["person"], persons[counts == 1])]
    return alone


def _between(rows: Rows, name: str, first: date, last: date) -> Flags:
    return np.asarray((rows[name] >= first.toordinal()) & (rows[name] <= last.toordinal()))


def _begun(made: Register) -> list[Rows]:
    """Begun in spring and still running, the first of each administration in turn."""
    rows = _alone(made)
    chosen = rows[
        _between(rows, "began", date(YEAR, 3, 1), date(YEAR, 6, 1))
        & (rows["ended"] > date(YEAR, 12, 31).toordinal())
    ]
    return sorted(chosen, key=lambda row: int(row["began"]))


def _running(made: Register) -> list[Rows]:
    """Begun long before the year and still running."""
    rows = _alone(made)
    return list(
        rows[
            (rows["began"] < date(YEAR - 4, 1, 1).toordinal())
            & (rows["ended"] > date(YEAR, 12, 31).toordinal())
        ]
    )


def _ended(made: Register) -> list[Rows]:
    """Begun after January and ended before September."""
    rows = _alone(made)
    return list(
        rows[
            _between(rows, "began", date(YEAR, 2, 1), date(YEAR, 7, 1))
            & _between(rows, "ended", date(YEAR, 3, 1), date(YEAR, 9, 30))
        ]
    )
