"""A combined fulfilment explained: what it is combined of."""

from collections.abc import Sequence

from maaltal.core.fulfilment import Part
from maaltal.core.municipality import Municipality
from maaltal.core.status import Combined, GroupLine, Status, parts_of
from maaltal.core.text import Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.explained_figure import as_percent
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

COMBINED = "combined"
COMBINED_COLUMNS = (
    Column("group", Text("Gruppe", "Group")),
    Column("status", Text("Uafrundet status", "Unrounded status"), "decimal"),
    Column("target", Text("Måltal", "Target"), "whole"),
    Column("fulfilment", Text("Målopfyldelse", "Fulfilment"), "percent"),
    Column("municipal_target", Text("Kommunens måltal", "The municipality's target"), "whole"),
    Column("weight", Text("Vægt", "Weight"), "percent"),
    Column("product", Text("Samlet", "Combined"), "percent"),
)


def combined_document(status: Status, municipality: Municipality, stands_on: Sequence[Table]) -> Document:
    """How the combined fulfilment came about: each group's share, weighed. ValueError when there is none."""
    if status.combined is None:
        raise ValueError(f"{status.unit.code} has no combined fulfilment")
    title = sentence(
        "Samlet målopfyldelse: {unit}, {period}",
        "Combined fulfilment: {unit}, {period}",
        unit=status.unit.name,
        period=status.period,
    )
    parts = parts_of(status.groups, status.target_set, municipality.code)
    labels = {line.group.code: line for line in status.groups}
    rows = tuple(_part_row(part, labels[part.group], status.combined) for part in parts)
    total = Row(
        (COMBINED,),
        (
            Cell(status.combined.method.label, strong=True),
            *[EMPTY] * 5,
            Cell(status.combined.value, "percent", strong=True),
        ),
    )
    return Document(
        title,
        (Table(COMBINED, title, COMBINED_COLUMNS, (*rows, total), (_exactly(status.combined),)),),
        (),
        tuple(stands_on),
    )


def _part_row(part: Part, line: GroupLine, combined: Combined) -> Row:
    weight, weighted = combined.weights[part.group], combined.method.code == "target-weighted"
    product = Cell(part.fulfilment * weight, "percent") if weighted else EMPTY
    cells = (
        Cell(line.group.label), Cell(line.measurement, "decimal"), Cell(line.target, "whole"), Cell(part.fulfilment, "percent"),
        Cell(part.municipal_target, "whole"), Cell(weight, "percent"), product,
    )  # fmt: skip
    return Row((part.group,), cells)


def _exactly(combined: Combined) -> Note:
    return Note("exactly", sentence(
        "{method}: {fraction} = {share} {source}.", "{method}: {fraction} = {share}. {source}.",
        method=combined.method.label, fraction=str(combined.value), share=as_percent(combined.value), source=combined.method.source,
    ))  # fmt: skip
