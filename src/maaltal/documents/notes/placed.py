"""What a template puts between its words: figures, tables and charts travel through Markdown as marks."""

import re
from dataclasses import dataclass

from maaltal.documents.blocks import Chart
from maaltal.documents.notes.figures import Figure
from maaltal.documents.tables import Table

OPEN, CLOSE = "\ue000", "\ue001"
LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"
"""Of Unicode's private use, so that no text holds them."""

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
LINE = re.compile(f"{LINE_OPEN}(\\d+){LINE_CLOSE}")


@dataclass(frozen=True)
class NumberOf:
    """Stands for the number of a table, which is known once all of them are placed."""

    table: str


type Thing = Figure | Table | Chart | NumberOf


class Placed:
    """Everything that a template has placed, in order. A class because each mark is its place in one list."""

    def __init__(self) -> None:
        self.things: list[Thing] = []

    def mark(self, thing: Thing) -> str:
        self.things.append(thing)
        return f"{OPEN}{len(self.things) - 1}{CLOSE}"

    def shown(self) -> set[str]:
        """The codes of all tables that a reader gets to see, charts' included."""
        return {
            thing.code if isinstance(thing, Table) else thing.data.code
            for thing in self.things
            if isinstance(thing, Table | Chart)
        }

    def numbers(self) -> dict[str, str]:
        """The numbers of the tables that have one, by code."""
        tables = (thing for thing in self.things if isinstance(thing, Table) and thing.numbered)
        return {table.code: str(n) for n, table in enumerate(tables, 1)}

    def thing(self, digits: str) -> Thing:
        return self.things[int(digits)]


def line_mark(line: int) -> str:
    """Tells, behind a line of text, which line of the template it comes from."""
    return f"{LINE_OPEN}{line}{LINE_CLOSE}"
