"""Fulfilment unit by unit: the figures of a chart with a group of bars for each unit."""

from collections.abc import Sequence

from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.notes.two_years import COMBINED
from maaltal.documents.status_table import DASH
from maaltal.documents.tables import Cell, Column, Row, Table

BY_UNIT = "by-unit"


def by_unit(statuses: Sequence[Status]) -> Table:
    """A row for each status, by unit code; a column for each scheme group, and `combined`, in per cent."""
    title = sentence(
        "Målopfyldelse i {period}, i pct.", "Fulfilment in {period}, in per cent", period=statuses[0].period
    )
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        *(Column(line.group.code, line.group.label, "percent") for line in statuses[0].groups),
        Column("combined", COMBINED, "percent"),
    )
    return Table(BY_UNIT, title, columns, tuple(map(_row, statuses)))


def _row(status: Status) -> Row:
    cells = (_fulfilment(line) for line in status.groups)
    combined = Cell(status.combined.value, "percent") if status.combined else DASH
    return Row((status.unit.code,), (Cell(status.unit.code), *cells, combined))


def _fulfilment(line: GroupLine) -> Cell:
    return DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")


def fulfilment_chart(statuses: Sequence[Status], above: Text | str) -> Chart:
    """The chart `by-unit`. It says in words who reached the target and who is furthest from it."""
    period = statuses[0].period
    title = sentence("Målopfyldelse for enhederne i {unit}, {period}", "Fulfilment of the units of {unit}, {period}", unit=above, period=period)  # fmt: skip
    reached = [status.unit.code for status in statuses if status.combined and status.combined.value >= 1]
    short = [status.unit.code for status in statuses if status.combined and status.combined.value < 1]
    described = sentence(
        "Søjlerne viser målopfyldelsen i pct. for hver enhed. Samlet mindst 100 pct.: {reached}. Samlet under 100 pct.: {short}.",
        "The bars show fulfilment in per cent for each unit. Combined at least 100 per cent: {reached}. Combined below: {short}.",
        reached=_codes(reached), short=_codes(short),
    )  # fmt: skip
    return Chart(BY_UNIT, title, described, "fulfilment", by_unit(statuses))


def _codes(codes: list[str]) -> Text | str:
    return ", ".join(codes) if codes else Text("ingen", "none")
