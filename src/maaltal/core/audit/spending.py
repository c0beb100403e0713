"""Spending types: what two tables of one budget book on service, EO and EI must agree."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from maaltal.core.audit.figures import Figure, PlainTable
from maaltal.core.audit.formulas import number
from maaltal.core.audit.report import Discrepancy
from maaltal.core.text import Text, sentence

_TYPE = re.compile(r"\b(EO|EI)\b")

type Booked = Mapping[str, Mapping[int, list[Figure]]]
"""By spending type, by column: the lines booked on it."""


def audit_spending(tables: Sequence[PlainTable]) -> Iterator[Discrepancy]:
    """Tables with the same columns whose lines on one spending type differ (EO -5.250 here, EO -4.240 and EI -1.010 there)."""
    booked = [(table, found) for table in tables if (found := _booked(table))]
    for (one, first), (other, second) in combinations(booked, 2):
        if len(one.columns) == len(other.columns):
            yield from _differences(one, first, other, second)


def _booked(table: PlainTable) -> dict[str, dict[int, list[Figure]]]:
    found: dict[str, dict[int, list[Figure]]] = {}
    for (row, column), figure in table.figures.items():
        if spending := _TYPE.search(table.rows[row]):
            found.setdefault(spending[1], {}).setdefault(column, []).append(figure)
    return found


def _differences(one: PlainTable, first: Booked, other: PlainTable, second: Booked) -> Iterator[Discrepancy]:
    column = 0
    sums = [
        {name: _sum(columns.get(column, [])) for name, columns in booked.items()}
        for booked in (first, second)
    ]
    if sums[0] == sums[1] or sum(sums[0].values()) != sum(sums[1].values()):
        return
    figures = [
        figure
        for booked in (second, first)
        for columns in booked.values()
        for figure in columns.get(column, [])
    ]
    yield Discrepancy("contradiction", "spending-type", sentence(
        "{other} fører {there}, hvor {one} har {here}.", "{other} books {there}, where {one} has {here}.",
        other=other.title, there=_words(sums[1]), one=one.title, here=_words(sums[0]),
    ), tuple(figure.place for figure in figures))  # fmt: skip


def _sum(figures: Sequence[Figure]) -> Fraction:
    return sum((figure.value for figure in figures), Fraction(0))


def _words(sums: Mapping[str, Fraction]) -> Text:
    da, en = (
        [f"{name} {number(value, language)}" for name, value in sums.items()] for language in ("da", "en")
    )
    return Text(" og ".join(da), " and ".join(en))
