"""Small tables that rows are looked up in: words, units and the days on which they exist, P-numbers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import duckdb

from maaltal.core.organisation import Organisation, Unit
from maaltal.intake.database import make_table
from maaltal.intake.job import Job
from maaltal.intake.layouts import SET_ASIDE

BEGINNING, END = date(1, 1, 1), date(9999, 12, 31)
_SPAN = {"unit": "VARCHAR", "since": "DATE", "until": "DATE", "valid": "BOOLEAN", "closes": "DATE"}

type Span = tuple[date, date, bool | None, date]
"""A stretch of time, whether the unit exists in it (None: no such unit), and when that changes."""


def make_lookups(connection: duckdb.DuckDBPyConnection, job: Job) -> None:
    values, units = job.layout.values, job.organisation
    schemes = [
        (word, None if to == SET_ASIDE else to, to == SET_ASIDE)
        for word, to in values.get("scheme", {}).items()
    ]
    places = list(_places(units, values.get("unit", {})))
    known_places = [(place,) for place in {row[0] for row in places}]
    make_table(
        connection, "scheme_words", {"word": "VARCHAR", "scheme": "VARCHAR", "aside": "BOOLEAN"}, schemes
    )
    make_table(
        connection, "kind_words", {"word": "VARCHAR", "kind": "VARCHAR"}, values.get("kind", {}).items()
    )
    make_table(
        connection, "unit_words", {"word": "VARCHAR", **_SPAN}, _unit_words(units, values.get("unit", {}))
    )
    make_table(connection, "places", {"place": "VARCHAR", **_SPAN, "among": "VARCHAR"}, places)
    make_table(connection, "known_places", {"place": "VARCHAR"}, known_places)


def _unit_words(units: Organisation, mapped: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Each word for a unit through all of time. A word that the mapping gives no known unit keeps the name it gave."""
    words = {code.lower(): code for code in units.versions} | dict(mapped)
    for word, code in words.items():
        for span in _spans(units.versions.get(code, ())):
            yield word, code, *span


def _spans(versions: Sequence[Unit]) -> tuple[Span, ...]:
    """All of time, cut where a unit comes to be and ceases, not where one version follows another."""
    if not versions:
        return ((BEGINNING, END, None, END),)
    merged: list[tuple[date, date]] = []
    for version in versions:
        last = version.valid_to or END
        if merged and version.valid_from <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((version.valid_from, last))
    cuts = sorted({BEGINNING, END}.union(*merged))
    return tuple(
        (since, until, any(first <= since < last for first, last in merged), until)
        for since, until in pairwise(cuts)
    )


def _places(units: Organisation, mapped: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """All of time for each P-number with its unit then; where it has several, none, and which they are."""
    for place, code in mapped.items():
        yield from ((place, code, *span, code) for span in _spans(units.versions.get(code, ())))
    holders: dict[str, list[Unit]] = {}
    for unit in units.units:
        if unit.production_unit and unit.production_unit not in mapped:
            holders.setdefault(unit.production_unit, []).append(unit)
    for place, held in holders.items():
        yield from ((place, *row) for row in _held(units, held))


def _held(units: Organisation, held: Sequence[Unit]) -> Iterator[tuple[object, ...]]:
    """On a day on which no holder is valid, all of them are asked, so that the row's finding names the unit."""
    codes = {unit.code for unit in held}
    spans = {code: _spans(units.versions[code]) for code in codes}
    own_cuts = {day for unit in held for day in (unit.valid_from, unit.valid_to or END)}
    cuts = sorted(own_cuts.union({END}, *({span[0] for span in each} for each in spans.values())))
    for since, until in pairwise(cuts):
        here = sorted({unit.code for unit in held if unit.valid_on(since)} or codes)
        if len(here) > 1:
            yield None, since, until, None, END, ", ".join(here)
        else:
            _, _, valid, closes = next(span for span in spans[here[0]] if span[0] <= since < span[1])
            yield here[0], since, until, valid, closes, here[0]
