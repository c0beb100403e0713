"""What a chart draws: the exact figures of its table, group by group and row by row."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.text import Language
from maaltal.documents.blocks import Chart
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.numbers import show
from maaltal.documents.printing import printed
from maaltal.documents.tables import EMPTY, Cell, Row

type Role = Literal["status", "target", "fulfilment"]

ALONE: dict[str, Role] = {"fulfilment": "fulfilment", "trend": "status"}
"""What a column with a group's bare code holds, by the kind of chart."""


@dataclass(frozen=True)
class Drawn:
    """One row of a group: its name, or the period that it is about, and the cells that are drawn."""

    name: str
    period: Period | None
    status: Cell
    target: Cell
    fulfilment: Cell

    @property
    def hidden(self) -> bool:
        """Whether the reader may not see the measurement."""
        return HIDDEN in (self.status, self.fulfilment)

    @property
    def share(self) -> Exact | None:
        """The fulfilment, else what measurement and target make it."""
        if self.hidden:
            return None
        given = exact(self.fulfilment)
        status, target = exact(self.status), exact(self.target)
        if given is None and status is not None and target:
            return Fraction(status) / Fraction(target)
        return given


@dataclass(frozen=True)
class Series:
    """A group's rows under the heading of its first column."""

    heading: str
    rows: tuple[Drawn, ...]


def series(chart: Chart, language: Language) -> list[Series]:
    """The groups in the order of their columns."""
    groups: dict[str, dict[Role, int]] = {}
    for at, column in enumerate(chart.data.columns):
        if at and column.numeric:
            group, role = _role(column.code, chart)
            groups.setdefault(group, {})[role] = at
    return [
        Series(
            show(chart.data.columns[min(places.values())].heading, language),
            tuple(_drawn(row, places, language) for row in chart.data.rows),
        )
        for places in groups.values()
    ]


def _role(code: str, chart: Chart) -> tuple[str, Role]:
    group, _, role = code.rpartition(":")
    match role:
        case "status" | "target" | "fulfilment":
            return group, role
        case _:
            return code, ALONE[chart.kind]


def _drawn(row: Row, places: dict[Role, int], language: Language) -> Drawn:
    cells: dict[Role, Cell] = {role: row.cells[at] for role, at in places.items()}
    first = row.cells[0]
    period = first.value if isinstance(first.value, Period) else None
    status, target = cells.get("status", EMPTY), cells.get("target", EMPTY)
    return Drawn(printed(first, language), period, status, target, cells.get("fulfilment", EMPTY))


def exact(cell: Cell) -> Exact | None:
    """The figure in a cell; None when it is empty or holds words, such as a dash."""
    return cell.value if cell.numeric and isinstance(cell.value, int | Fraction) else None
