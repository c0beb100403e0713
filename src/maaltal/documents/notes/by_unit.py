"""Fulfilment unit by unit: the figures of a chart with a group of bars for each unit."""

from collections.abc import Sequence

from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.hiding import HIDDEN, Hides, group_figure, unless_hidden
from maaltal.documents.notes.two_years import COMBINED
from maaltal.documents.status_table import DASH
from maaltal.documents.tables import Cell, Column, Row, Table

BY_UNIT = "by-unit"


def by_unit(statuses: Sequence[Status], hides: Hides = ()) -> Table:
    """A row for each status, by unit code; a column for each scheme group, and `combined`, in per cent."""
    title = sentence(
        "Målopfyldelse i {period}, i pct.", "Fulfilment in {period}, in per cent", period=statuses[0].period
    )
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        *(Column(line.group.code, line.group.label, "percent") for line in statuses[0].groups),
        Column("combined", COMBINED, "percent"),
    )
    return Table(BY_UNIT, title, columns, tuple(_row(each, hides) for each in statuses))


def _row(status: Status, hides: Hides) -> Row:
    unit = status.unit.code
    cells = (unless_hidden(_fulfilment(line), hides, group_figure(unit, line)) for line in status.groups)
    combined = Cell(status.combined.value, "percent") if status.combined else DASH
    combined = HIDDEN if _combined_hidden(status, hides) else combined
    return Row((status.unit.code,), (Cell(status.unit.code), *cells, combined))


def _combined_hidden(status: Status, hides: Hides) -> bool:
    behind = (group_figure(status.unit.code, line) for line in status.groups)
    return status.combined is not None and any(figure in hides for figure in behind)


def _fulfilment(line: GroupLine) -> Cell:
    return DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")


def fulfilment_chart(statuses: Sequence[Status], above: Text | str, hides: Hides = ()) -> Chart:
    """The chart `by-unit`. It says in words who reached the target, who did not, and of whom it is hidden."""
    period = statuses[0].period
    title = sentence(
        "Målopfyldelse for {kind} i {unit}, {period}", "Fulfilment of the {kind} of {unit}, {period}",
        kind=_kind(statuses), unit=above, period=period,
    )  # fmt: skip
    gone = [status.unit.code for status in statuses if _combined_hidden(status, hides)]
    known = [
        (each.unit.code, each.combined.value)
        for each in statuses
        if each.combined and each.unit.code not in gone
    ]
    described = sentence(
        "Søjlerne viser målopfyldelsen i pct. for hver enhed. Samlet mindst 100 pct.: {reached}. Samlet under 100 pct.: {short}.{hidden}",
        "The bars show fulfilment in per cent for each unit. Combined at least 100 per cent: {reached}. Combined below: {short}.{hidden}",
        reached=_codes([code for code, value in known if value >= 1]), short=_codes([code for code, value in known if value < 1]),
        hidden=sentence(" Skjult: {units}.", " Hidden: {units}.", units=_codes(gone)) if gone else "",
    )  # fmt: skip
    return Chart(BY_UNIT, title, described, "fulfilment", by_unit(statuses, hides))


def _kind(statuses: Sequence[Status]) -> Text:
    administrations = all(status.unit.level == "administration" for status in statuses)
    return Text("forvaltningerne", "administrations") if administrations else Text("enhederne", "units")


def _codes(codes: list[str]) -> Text | str:
    return ", ".join(codes) if codes else Text("ingen", "none")
