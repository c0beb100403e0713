"""Many units' statuses as the rows of one table."""

from collections.abc import Iterator, Sequence

from maaltal.core.organisation import Unit
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.hiding import Hides, group_figure, spells_figure, unless_hidden
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table


def overview(statuses: Sequence[Status], above: Text | str, hides: Hides = ()) -> Table:
    """A row for each unit; targets and fulfilment where any of the units has a target. Codes: `fleksjob:status`."""
    title = sentence(
        "Status for enhederne i {unit} for {period}", "Status of the units of {unit} for {period}",
        unit=above, period=statuses[0].period,
    )  # fmt: skip
    with_targets = {
        line.group.code for status in statuses for line in status.groups if line.target is not None
    }
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        *(
            column
            for line in statuses[0].groups
            for column in _columns(line, line.group.code in with_targets)
        ),
    )
    rows = tuple(_row(status, with_targets, hides) for status in statuses)
    return Table("units", title, columns, rows, tuple(_nested([status.unit for status in statuses])))


def _nested(units: Sequence[Unit]) -> Iterator[Note]:
    """Which rows are counted in another row, so that nobody adds them up."""
    names = {unit.code: unit.name for unit in units}
    for unit in units:
        if unit.parent in names:
            yield Note("nested", sentence(
                "{part} hører under {whole} og er talt med dér.", "{part} belongs under {whole} and is counted there too.",
                part=unit.name, whole=names[unit.parent]))  # fmt: skip


def _columns(line: GroupLine, targets: bool) -> Iterator[Column]:
    code, label = line.group.code, line.group.label
    yield Column(f"{code}:status", label, "whole")
    if targets:
        yield Column(f"{code}:target", Text("Måltal", "Target"), "whole")
        yield Column(f"{code}:fulfilment", Text("Målopfyldelse", "Fulfilment"), "percent")
    if line.spells is not None:
        yield Column(f"{code}:spells", Text("Antal forløb", "Spells"), "whole")


def _row(status: Status, with_targets: set[str], hides: Hides) -> Row:
    unit = status.unit
    cells = [
        cell
        for line in status.groups
        for cell in _cells(unit.code, line, line.group.code in with_targets, hides)
    ]
    return Row((unit.code,), (Cell(unit.code), Cell(unit.name), *cells))


def _cells(unit: str, line: GroupLine, targets: bool, hides: Hides) -> Iterator[Cell]:
    whole = group_figure(unit, line)
    yield unless_hidden(Cell(line.measurement, "whole"), hides, whole)
    if targets:
        yield EMPTY if line.target is None else Cell(line.target, "whole")
        yield (
            EMPTY
            if line.fulfilment is None
            else unless_hidden(Cell(line.fulfilment, "percent"), hides, whole)
        )
    if line.spells is not None:
        yield unless_hidden(Cell(line.spells, "whole"), hides, spells_figure(unit, whole.selection))
