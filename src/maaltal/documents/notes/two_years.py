"""The cover's table: targets and fulfilment of two years, without the measurements."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from maaltal.core.periods import Period
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.hiding import Hides, group_figure, unless_hidden
from maaltal.documents.status_table import DASH
from maaltal.documents.tables import EMPTY, Cell, Column, Row, Table

YEARS = "years"
COMBINED = Text("Samlet målopfyldelse", "Combined fulfilment")


def two_years(
    statuses: tuple[Status, ...], name: Text | str, hides: Mapping[Period, Hides] = MappingProxyType({})
) -> Table:
    """The oldest first. Rows are scheme groups and `combined`; columns such as `2024:target` and `2024:fulfilment`."""
    periods = " og ".join(status.period.code for status in statuses)
    english = " and ".join(status.period.code for status in statuses)
    title = sentence(
        "Samlet måltal og målopfyldelse for de særlige jobordninger i {unit} for {periods}",
        "Combined target and fulfilment for the special job schemes in {unit} for {periods}",
        unit=name, periods=Text(periods, english),
    )  # fmt: skip
    columns = (
        Column("scheme", Text("Ordninger", "Schemes")),
        *(column for status in statuses for column in _columns(status)),
    )
    return Table(YEARS, title, columns, tuple(_rows(statuses, hides)), numbered=False)


def _columns(status: Status) -> Iterator[Column]:
    year = status.period
    yield Column(
        f"{year.code}:target", sentence("Samlet måltal {year}", "Combined target {year}", year=year), "whole"
    )
    yield Column(
        f"{year.code}:fulfilment",
        sentence("Procentvis målopfyldelse {year}", "Fulfilment in per cent {year}", year=year),
        "percent",
    )


def _rows(statuses: tuple[Status, ...], hides: Mapping[Period, Hides]) -> Iterator[Row]:
    for line in statuses[-1].groups:
        cells = (cell for status in statuses for cell in _cells(status, _same(line, status), hides))
        yield Row((line.group.code,), (Cell(line.group.label), *cells))
    method = statuses[-1].combined.method.label if statuses[-1].combined else ""
    label = (
        sentence("{label} ({method})", "{label} ({method})", label=COMBINED, method=method)
        if method
        else COMBINED
    )
    cells = (cell for status in statuses for cell in (EMPTY, _combined(status, hides)))
    yield Row(("combined",), (Cell(label, strong=True), *cells))


def _same(line: GroupLine, status: Status) -> GroupLine | None:
    """The group of the same code in another year, where its schemes may be others."""
    return next((other for other in status.groups if other.group.code == line.group.code), None)


def _cells(status: Status, line: GroupLine | None, hides: Mapping[Period, Hides]) -> tuple[Cell, Cell]:
    if line is None or line.target is None:
        return DASH, DASH
    share = DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")
    figure = group_figure(status.unit.code, line)
    return Cell(line.target, "whole"), unless_hidden(share, hides.get(status.period, ()), figure)


def _combined(status: Status, hides: Mapping[Period, Hides]) -> Cell:
    if status.combined is None:
        return DASH
    value = Cell(status.combined.value, "percent", strong=True)
    behind = (group_figure(status.unit.code, line) for line in status.groups)
    return unless_hidden(value, hides.get(status.period, ()), *behind)
