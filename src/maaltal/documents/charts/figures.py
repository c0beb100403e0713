"""What a chart draws: the exact figures of its table, row by row."""

from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.text import Language
from maaltal.documents.blocks import Chart
from maaltal.documents.printing import printed
from maaltal.documents.tables import EMPTY, Cell, Row


@dataclass(frozen=True)
class Drawn:
    """One row: its name, or the period that it is about, and the cells that are drawn."""

    name: str
    period: Period | None
    status: Cell
    target: Cell
    fulfilment: Cell

    @property
    def share(self) -> Exact | None:
        """The fulfilment, else what measurement and target make it."""
        given = exact(self.fulfilment)
        status, target = exact(self.status), exact(self.target)
        if given is None and status is not None and target:
            return Fraction(status) / Fraction(target)
        return given


def drawn_rows(chart: Chart, language: Language) -> list[Drawn]:
    codes = [column.code for column in chart.data.columns]
    return [_drawn(row, codes, language) for row in chart.data.rows]


def _drawn(row: Row, codes: list[str], language: Language) -> Drawn:
    cells = dict(zip(codes, row.cells, strict=True))
    first = row.cells[0]
    period = first.value if isinstance(first.value, Period) else None
    status, target, share = (cells.get(code, EMPTY) for code in ("status", "target", "fulfilment"))
    return Drawn(printed(first, language), period, status, target, share)


def exact(cell: Cell) -> Exact | None:
    """The figure in a cell; None when it is empty or holds words, such as a dash."""
    return cell.value if cell.numeric and isinstance(cell.value, int | Fraction) else None
