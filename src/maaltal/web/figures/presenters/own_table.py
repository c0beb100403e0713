"""A unit's own figures as the council's note prints them."""

from __future__ import annotations

from maaltal.core.status import Status
from maaltal.documents.combined_explained import COMBINED
from maaltal.documents.printing import printed
from maaltal.documents.status_table import status_table
from maaltal.documents.yearly_status import unit_name
from maaltal.web.figures.asked import Asked
from maaltal.web.figures.presenters.cards import figure_address
from maaltal.web.figures.presenters.frame import names
from maaltal.web.figures.presenters.words import notes, page_table
from maaltal.web.figures.queries.pages import PRINTED_DEPTH, Page
from maaltal.web.received import language
from maaltal.web.ui.tables import Cell, Column, Table


def own_table(page: Page, status: Status) -> Table:
    """The table that the council's note prints, every figure of it leading to where it comes from."""
    parts = page.parts
    written = status_table(status, unit_name(status, parts.municipality), (), parts.hidden(status.period))
    asked = page.asked.in_period(status.period)
    rows = []
    for row in written.rows:
        figure = row.codes[0]
        rows.append(tuple(
            _linked(Cell(printed(cell, language()) + cell.mark, header=n == 0), column.code, figure, row.codes, page, asked)
            for n, (cell, column) in enumerate(zip(row.cells, written.columns, strict=True))
        ))  # fmt: skip
    plain = page_table(written)
    found = next(table for table in page.document.tables if table.code == written.code)
    first, *others = plain.columns
    if page.depth > PRINTED_DEPTH:  # readers know the printed abbreviations, and no other unit's code
        first = Column(names(page).get(page.unit.code, first.text))
    return Table(plain.caption, (first, *others), tuple(rows), notes(found.notes, names(page)))


def _linked(cell: Cell, column: str, figure: str, codes: tuple[str, ...], page: Page, asked: Asked) -> Cell:
    if cell.header or not cell.text or column == "target" or figure == "spells" or cell.text == "–":
        return cell
    if column in ("group_status", "fulfilment") and figure != COMBINED:
        figure = codes[-1]
    address = figure_address(page.unit.code, figure, asked)
    if column == "spells":
        address += "&maal=spells"
    return Cell(cell.text, address)
