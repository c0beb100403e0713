"""Small tables that rows are looked up in: words, units and the days on which they exist, P-numbers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

import duckdb

from maaltal.core.organisation import Organisation, Unit
from maaltal.intake.database import make_table
from maaltal.intake.job import Job
from maaltal.intake.layouts import SET_ASIDE

BEGINNING, END = date(1, 1, 1), date(9999, 12, 31)

type Span = tuple[date, date]
"""From the first day up to, but not including, the second."""


def make_lookups(connection: duckdb.DuckDBPyConnection, job: Job) -> None:
    values, units = job.layout.values, job.organisation
    schemes = values.get("scheme", {})
    make_table(
        connection,
        "scheme_words",
        "word VARCHAR, scheme VARCHAR, aside BOOLEAN",
        [(word, None if to == SET_ASIDE else to, to == SET_ASIDE) for word, to in schemes.items()],
    )
    make_table(connection, "kind_words", "word VARCHAR, kind VARCHAR", values.get("kind", {}).items())
    make_table(
        connection, "unit_words", "word VARCHAR, unit VARCHAR", _unit_words(units, values.get("unit", {}))
    )
    make_table(
        connection, "unit_spans", "unit VARCHAR, since DATE, until DATE, valid BOOLEAN", _unit_spans(units)
    )
    places = _places(units, values.get("unit", {}))
    make_table(
        connection,
        "place_spans",
        "place VARCHAR, since DATE, until DATE, unit VARCHAR, among VARCHAR",
        places,
    )
    make_table(connection, "known_places", "place VARCHAR", [(place,) for place in {row[0] for row in places}])  # fmt: skip


def _unit_words(units: Organisation, mapped: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ({code.lower(): code for code in units.versions} | dict(mapped)).items()


def _unit_spans(units: Organisation) -> Iterator[tuple[str, date, date, bool]]:
    """All of time for each unit, cut where it comes to be and ceases."""
    for code, versions in units.versions.items():
        for since, until in _stretches(versions):
            yield code, since, until, any(version.valid_on(since) for version in versions)


def _stretches(versions: Iterable[Unit]) -> Iterator[Span]:
    """Cuts only where validity changes: a new version without a day between makes no cut."""
    merged: list[list[date]] = []
    for version in versions:
        if merged and version.valid_from <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], version.valid_to or END)
        else:
            merged.append([version.valid_from, version.valid_to or END])
    cuts = sorted({BEGINNING, END, *(day for span in merged for day in span)})
    return pairwise(cuts)


type Place = tuple[str, date, date, str | None, str]


def _places(units: Organisation, mapped: Mapping[str, str]) -> list[Place]:
    """All of time for each P-number with its unit then; where it has several, none, and which they are."""
    holders: dict[str, list[Unit]] = {}
    for unit in units.units:
        if unit.production_unit:
            holders.setdefault(unit.production_unit, []).append(unit)
    chosen = [(place, BEGINNING, END, unit, unit) for place, unit in mapped.items()]
    return chosen + [
        row for place, held in holders.items() if place not in mapped for row in _held(place, held)
    ]


def _held(place: str, held: list[Unit]) -> Iterator[Place]:
    """On a day on which no holder is valid, all of them are asked, so that the row's finding names the unit."""
    cuts = sorted({BEGINNING, END, *(d for unit in held for d in (unit.valid_from, unit.valid_to or END))})
    for since, until in pairwise(cuts):
        codes = sorted({unit.code for unit in held if unit.valid_on(since)} or {unit.code for unit in held})
        yield place, since, until, codes[0] if len(codes) == 1 else None, ", ".join(codes)
