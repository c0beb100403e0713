"""The cover's table: targets and fulfilment of two years, without the measurements."""

from collections.abc import Iterator

from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.status_table import DASH
from maaltal.documents.tables import EMPTY, Cell, Column, Row, Table

YEARS = "years"
COMBINED = Text("Samlet målopfyldelse", "Combined fulfilment")


def two_years(statuses: tuple[Status, ...], name: Text | str) -> Table:
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
    return Table(YEARS, title, columns, tuple(_rows(statuses)), numbered=False)


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


def _rows(statuses: tuple[Status, ...]) -> Iterator[Row]:
    for line in statuses[-1].groups:
        cells = (cell for status in statuses for cell in _cells(_same(line, status)))
        yield Row((line.group.code,), (Cell(line.group.label), *cells))
    method = statuses[-1].combined.method.label if statuses[-1].combined else ""
    label = (
        sentence("{label} ({method})", "{label} ({method})", label=COMBINED, method=method)
        if method
        else COMBINED
    )
    cells = (cell for status in statuses for cell in (EMPTY, _combined(status)))
    yield Row(("combined",), (Cell(label, strong=True), *cells))


def _same(line: GroupLine, status: Status) -> GroupLine | None:
    """The group of the same code in another year, where its schemes may be others."""
    return next((other for other in status.groups if other.group.code == line.group.code), None)


def _cells(line: GroupLine | None) -> tuple[Cell, Cell]:
    if line is None or line.target is None:
        return DASH, DASH
    return Cell(line.target, "whole"), DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")


def _combined(status: Status) -> Cell:
    return Cell(status.combined.value, "percent", strong=True) if status.combined else DASH
