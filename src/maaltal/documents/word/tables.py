"""Tables: a header row that is repeated, rows that stay whole, numbers to the right."""

from maaltal.documents.page_parts import Grid, Line, crowded, shares
from maaltal.documents.word.paper import Paper
from maaltal.documents.word.styles import CELL, SMALL, TABLE
from maaltal.documents.word.text import paragraph
from maaltal.documents.word.xml import Element, element

SHORT = 14
"""Rows: a table with no more than these is not parted by a page's end."""


def table(paper: Paper, grid: Grid) -> Element:
    widths = [round(share * paper.width) for share in shares(grid)]
    look = element(
        "tblPr",
        element("tblStyle", val=paper.style(TABLE)),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1
        ),
        element("tblCaption", val=grid.caption) if grid.caption else None,
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    rows = [
        _row(paper, grid, line, widths, head=n == 0, last=n == len(grid.rows))
        for n, line in enumerate((grid.heads, *grid.rows))
    ]
    return element("tbl", look, columns, *rows)


def _row(paper: Paper, grid: Grid, line: Line, widths: list[int], *, head: bool, last: bool) -> Element:
    keep = head or (len(grid.rows) <= SHORT and not last) or (last and bool(grid.notes))
    cells = [
        element(
            "tc",
            element(
                "tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="bottom") if head else None
            ),
            paragraph(
                paper.style(SMALL if crowded(grid) else CELL),
                [piece],
                keep=keep,
                side="right" if numeric else "",
            ),
        )
        for piece, width, numeric in zip(line, widths, grid.numeric, strict=True)
    ]
    return element(
        "tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *cells
    )
