"""A table as a page shows it: words only. A presenter makes it; `ui/table.html` writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    text: str
    numeric: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell. `header` marks the one that names its row; `address` makes a link; `level` indents (0, 1, 2, ...)."""

    text: str
    address: str = ""
    header: bool = False
    muted: bool = False
    level: int = 0


@dataclass(frozen=True)
class Table:
    """Rows have as many cells as there are columns. A hidden caption is still read aloud."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    footnotes: tuple[str, ...] = ()
    caption_hidden: bool = False
    empty: str = ""

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"a row of '{self.caption}' has {len(wrong[0])} cells, not {len(self.columns)}")

    @property
    def aligned(self) -> tuple[tuple[tuple[Cell, Column], ...], ...]:
        return tuple(tuple(zip(row, self.columns, strict=True)) for row in self.rows)
