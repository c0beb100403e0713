"""The parts of a document that is laid out for a page: what stands there, in one language, and how wide."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from maaltal.core.text import Language
from maaltal.documents.blocks import Chart


@dataclass(frozen=True)
class Piece:
    """Words with one look, and the mark of a note after them."""

    text: str
    strong: bool = False
    mark: str = ""


type Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Remark:
    """A note with the mark that points to it, if any does."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Words:
    """A heading (level 1 to 3), or a paragraph (level 0)."""

    line: Line
    level: int = 0
    kind: Literal["words"] = "words"


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[Line, ...]
    numbered: bool
    kind: Literal["points"] = "points"


@dataclass(frozen=True)
class Grid:
    """A table. `numeric` and `widths` (in characters) have a value for each column."""

    code: str
    caption: str
    heads: Line
    numeric: tuple[bool, ...]
    rows: tuple[Line, ...]
    notes: tuple[Remark, ...]
    widths: tuple[int, ...]
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True)
class Figure:
    """A chart with its text alternative and its figures."""

    code: str
    caption: str
    described: str
    chart: Chart
    grid: Grid
    kind: Literal["figure"] = "figure"


type Part = Words | Points | Grid | Figure


@dataclass(frozen=True)
class LaidOut:
    """The whole document. `title` heads it, also where it is one table of the same name."""

    language: Language
    title: str
    facts: tuple[tuple[str, str], ...]
    body: tuple[Part, ...]
    notes: tuple[Remark, ...]
    basis: tuple[Grid, ...]

    def grids(self) -> Iterator[Grid]:
        """Every table, those of the charts included."""
        for part in self.body:
            if isinstance(part, Grid):
                yield part
            elif isinstance(part, Figure):
                yield part.grid
        yield from self.basis


PAGE = 96
"""The characters that a table has room for on a page: what `widths` are fitted to."""

GAP = 3
"""Characters from one column to the next."""

NARROWEST = 48
"""Characters: a table is this wide at least, so that it looks like one."""


def crowded(grid: Grid) -> bool:
    """Whether the table needs small letters to find room on the page."""
    return sum(width + GAP for width in grid.widths) > PAGE + GAP


def shares(grid: Grid) -> list[float]:
    """How much of the page's width each column takes."""
    wide = [width + GAP for width in grid.widths]
    share = min(1, max(sum(wide), NARROWEST) / PAGE)
    return [share * width / sum(wide) for width in wide]
