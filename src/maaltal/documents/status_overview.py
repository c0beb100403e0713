"""Many units' statuses as the rows of one table."""

from collections.abc import Iterator, Sequence

from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.tables import EMPTY, Cell, Column, Row, Table


def overview(statuses: Sequence[Status], above: Text | str) -> Table:
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
    rows = tuple(_row(status, with_targets) for status in statuses)
    return Table("units", title, columns, rows)


def _columns(line: GroupLine, targets: bool) -> Iterator[Column]:
    code, label = line.group.code, line.group.label
    yield Column(f"{code}:status", label, "whole")
    if targets:
        yield Column(f"{code}:target", Text("Måltal", "Target"), "whole")
        yield Column(f"{code}:fulfilment", Text("Målopfyldelse", "Fulfilment"), "percent")
    if line.spells is not None:
        yield Column(f"{code}:spells", Text("Antal forløb", "Spells"), "whole")


def _row(status: Status, with_targets: set[str]) -> Row:
    cells = [cell for line in status.groups for cell in _cells(line, line.group.code in with_targets)]
    return Row((status.unit.code,), (Cell(status.unit.code), Cell(status.unit.name), *cells))


def _cells(line: GroupLine, targets: bool) -> Iterator[Cell]:
    yield Cell(line.measurement, "whole")
    if targets:
        yield EMPTY if line.target is None else Cell(line.target, "whole")
        yield EMPTY if line.fulfilment is None else Cell(line.fulfilment, "percent")
    if line.spells is not None:
        yield Cell(line.spells, "whole")
