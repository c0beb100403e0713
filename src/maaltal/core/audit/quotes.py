"""Quotes: a benchmark's figures repeated in the text are prints of the same facts."""

from maaltal.core.audit.figures import Benchmark

LEAST = 4
"""So many letters of an area's name tell it from the others: "københavnere" is København."""


def row_of(area: str, benchmark: Benchmark) -> int | None:
    """The row of the area; the people of a place are named after it."""
    wanted = area.casefold()
    for row, label in enumerate(benchmark.table.rows):
        name = label.casefold().strip()
        if name == wanted or (len(name) >= LEAST and wanted.startswith(name)):
            return row
    return None
