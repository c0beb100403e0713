"""Places: where in a document a figure stands, in words that lead a reader to it."""

from dataclasses import dataclass

from maaltal.core.audit.figures import Figure
from maaltal.core.tables.cells import Place
from maaltal.core.text import Text
from maaltal.intake.notes.lines import Line
from maaltal.intake.notes.numbers import Printed

IN_TEXT = Text("teksten", "the text")


@dataclass(frozen=True)
class Where:
    """The document and table that the places of one table share."""

    document: str
    table: Text

    def place(self, line: Line, row: Text, column: Text) -> Place:
        return Place(self.document, self.table, row, column, line.number, line.text)

    def figure(self, printed: Printed, line: Line, row: Text, column: Text) -> Figure:
        return Figure(printed.text, printed.value, printed.unit, self.place(line, row, column))
