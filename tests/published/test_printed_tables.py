"""Every figure of the printed tables, from raw files through intake, store and engine."""

from collections.abc import Iterable

import pytest

from maaltal.core.rounding import percent, whole
from maaltal.core.status import GroupLine, Status
from tests.published.printed import KNOWN_ERRORS, MEASURED, PrintedFigure

TABLES = tuple(dict.fromkeys((figure.note, figure.table, figure.period) for figure in MEASURED))


def given(status: Status, figure: PrintedFigure) -> int | None:
    """What the program prints in the place of a printed figure."""
    if figure.scheme == "all":
        return percent(status.combined.value) if status.combined else None
    lines = {line.group.code: line for line in status.groups}
    if figure.scheme in lines:
        return of_group(lines[figure.scheme], status, figure.measure)
    schemes = {scheme.scheme.code: scheme for line in status.groups for scheme in line.schemes}
    scheme = schemes[figure.scheme]
    return whole(scheme.measurement) if figure.measure == "status" else scheme.spells


def of_group(line: GroupLine, status: Status, measure: str) -> int | None:
    match measure:
        case "status":
            return whole(line.measurement)
        case "spells":
            return line.spells
        case "target":
            return line.target
        case "fulfilment":
            return None if line.fulfilment is None else percent(line.fulfilment)
        case "weight":
            return percent(status.combined.weights[line.group.code]) if status.combined else None
    raise AssertionError(measure)


def differing(figures: Iterable[PrintedFigure], measured) -> dict[str, tuple[int, int | None]]:
    """The printed figures that the program gives otherwise: (printed, given)."""
    pairs = {
        str(figure): (figure.printed, given(measured[figure.period, figure.unit], figure))
        for figure in figures
    }
    return {place: pair for place, pair in pairs.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("table", TABLES, ids=" ".join)
def test_every_figure_of_the_table(table, measured):
    figures = [figure for figure in MEASURED if (figure.note, figure.table, figure.period) == table]
    known = {str(figure): KNOWN_ERRORS[str(figure)] for figure in figures if str(figure) in KNOWN_ERRORS}
    assert figures
    assert differing(figures, measured) == {
        place: (error.printed, error.follows) for place, error in known.items()
    }


def test_exactly_the_known_errors_differ(measured):
    assert differing(MEASURED, measured) == {
        place: (error.printed, error.follows) for place, error in KNOWN_ERRORS.items()
    }


def test_the_tables_are_all_there():
    tables = {(figure.note, figure.table) for figure in MEASURED}
    assert {("aarsstatus-2024", str(number)) for number in range(1, 10)} <= tables
    assert {("status-2017", str(number)) for number in (1, *range(3, 10))} <= tables
    assert len(MEASURED) == 254
