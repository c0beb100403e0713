"""Rows of any table: a label and figures by column, from real cells or from a line of text that ends in numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.audit.figures import Figure, PlainTable
from maaltal.core.person_numbers import MASK
from maaltal.core.text import Text, same
from maaltal.intake.notes.captions import years_in
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import FOOTNOTES, HIDDEN, NUMBER, PERCENT, Printed, is_hidden, number_in
from maaltal.intake.notes.places import Where

_TAILS = {
    style: re.compile(
        rf"(?P<label>.*?)(?P<numbers>(?:(?:^|[ \t]+)(?:{number}|\({number}\)|{'|'.join(HIDDEN)})(?:\s*{PERCENT})?{FOOTNOTES})+)\s*",
        re.IGNORECASE,
    )
    for style, number in NUMBER.items()
}
_HEADED = re.compile(r"\d{4}|i alt|total|sum", re.IGNORECASE)
FEWEST_ROWS = 3
FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Row:
    """A row as read: None in a column where nothing stands."""

    label: str
    cells: tuple[Printed | None, ...]
    line: Line
    hidden: tuple[int, ...] = ()
    """Columns where something was masked or hidden, so that sums over it say nothing."""


@dataclass(frozen=True)
class Run:
    """Rows that stand together, the words above them, and the names of their columns, if they have any."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        return max(len(row.cells) for row in self.rows)


def runs(lines: Sequence[Line]) -> Iterator[Run]:
    """The tables among the lines: rows of numbers with at most labels and subheadings between them."""
    rows: list[Row] = []
    words: list[Line] = []
    heading: list[Line] = []
    for line in lines:
        row = None if _column_names(line) else _row(line, words)
        if row is None and not line.is_blank:
            words.append(line)
        if row and rows and len(row.cells) != len(rows[-1].cells) and not line.is_row:
            yield from _run(heading, rows)
            rows = []
        if row:
            heading = heading if rows else words
            rows, words = [*rows, row], []
    yield from _run(heading, rows)


def _run(heading: Sequence[Line], rows: Sequence[Row]) -> Iterator[Run]:
    if len(rows) >= FEWEST_ROWS:
        names = next((names for line in reversed(heading) if (names := _column_names(line))), ())
        labels = _label_columns(rows)
        aligned = tuple(_cells_row(row.line, labels) if row.line.is_row else row for row in rows)
        yield Run(" ".join(line.text for line in heading), names[labels - 1 :], aligned)


def _label_columns(rows: Sequence[Row]) -> int:
    """How many columns hold labels: as far as words go in any row, but not into the columns of numbers of another."""
    leads = [(_first_number(row.line) or 1, row.line.cells) for row in rows if row.line.is_row]
    worded = [
        max((n for n, cell in enumerate(cells[:first]) if cell.strip()), default=0) + 1
        for first, cells in leads
    ]
    return min(max(worded), *(first for first, _ in leads)) if leads else 1


def _row(line: Line, words: Sequence[Line]) -> Row | None:
    if line.is_row:
        first = _first_number(line)
        return None if first is None else _cells_row(line, first)
    found = _TAILS[line.numbers].fullmatch(line.text)
    if not found:
        return None
    label, numbers = found["label"].strip(), found["numbers"].strip()
    tokens = [
        token.strip() for token in re.sub(rf"\s+(?={PERCENT})", "", numbers, flags=re.IGNORECASE).split(" ")
    ]
    if not label and re.fullmatch(r"(19|20)\d\d", tokens[0]):
        label, tokens = tokens[0], tokens[1:]
    if len(tokens) < FEWEST_COLUMNS:
        return None
    gone = tuple(column for column, token in enumerate(tokens) if is_hidden(token))
    return Row(
        _label(label, line, words), tuple(number_in(token, line.numbers) for token in tokens), line, gone
    )


def _label(own: str, line: Line, words: Sequence[Line]) -> str:
    """A label may begin on the line above, or stand there alone, numbers having been pushed below it."""
    above = words[-1] if words else None
    if above and own and above.number == line.number - 1 and above.text.endswith("-"):
        return above.text[:-1] + own
    if own or not above:
        return own
    block = [each for each in words if each.number > above.number - FEWEST_ROWS]
    return re.sub(r"(?<=\w)- ", "", " ".join(each.text for each in block))


def _first_number(line: Line) -> int | None:
    found = (
        n
        for n, cell in enumerate(line.cells)
        if n and (number_in(cell, line.numbers) or MASK in cell or is_hidden(cell))
    )
    return next(found, None)


def _cells_row(line: Line, labels: int) -> Row:
    """The row with its first `labels` cells as its label; what is no number after them is an empty place."""
    cells = line.cells[labels:]
    return Row(
        " ".join(cell.strip() for cell in line.cells[:labels] if cell.strip()),
        tuple(number_in(cell, line.numbers) for cell in cells),
        line,
        tuple(column for column, cell in enumerate(cells) if MASK in cell or is_hidden(cell)),
    )


def _column_names(line: Line) -> tuple[str, ...]:
    """The names in a heading of years and totals, or in a row of cells without numbers."""
    if line.is_row:
        cells = [cell.strip() for cell in line.cells[1:]]
        headed = all(not number_in(cell, line.numbers) or years_in(cell) for cell in cells if cell)
        return tuple(cells) if headed and any(cells) else ()
    found = _HEADED.findall(line.text)
    bare = _HEADED.sub("", line.text).strip()
    return tuple(found) if len(years_in(line.text)) >= FEWEST_COLUMNS and not bare else ()


def plain_table(run: Run, where: Where) -> PlainTable:
    """The run as a table of figures."""
    names = (
        run.columns if len(run.columns) == run.width else tuple(f"kolonne {n + 1}" for n in range(run.width))
    )
    figures: dict[tuple[int, int], Figure] = {}
    for number, row in enumerate(run.rows):
        for column, printed in enumerate(row.cells):
            if printed:
                figures[number, column] = where.figure(
                    printed, row.line, same(row.label), _name(names[column])
                )
    hidden = frozenset((number, column) for number, row in enumerate(run.rows) for column in row.hidden)
    return PlainTable(where.table, tuple(row.label for row in run.rows), names, figures, hidden)


def _name(column: str) -> Text:
    return Text(column, column.replace("kolonne ", "column "))
