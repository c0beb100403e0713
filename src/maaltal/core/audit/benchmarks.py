"""Benchmarks: persons and shares that must rest on one and the same labour force."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from maaltal.core.audit.building import Building
from maaltal.core.audit.figures import Benchmark, Figure
from maaltal.core.audit.judge import judge
from maaltal.core.audit.quotes import row_of
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.said import Quote
from maaltal.core.tables.relations import percentage_as_printed
from maaltal.core.text import Text


def audit_benchmark(benchmark: Benchmark, quotes: Sequence[Quote] = ()) -> Iterator[Discrepancy]:
    """Shares that no labour force fits; counts are full-time persons, shares per cent of the same labour force."""
    building, table = Building(), benchmark.table
    for row, label in enumerate(table.rows):
        base = building.fact((row, "labour force"), "real")
        for count, share in benchmark.pairs:
            building.print((row, count), table.figures.get((row, count)), "real")
            building.print((row, share), _share(benchmark, row, share), "real")
            title = Text(
                f"{table.title.da}, {label}, {table.columns[share]}",
                f"{table.title.en}, {label}, {table.columns[share]}",
            )
            for cell in building.cells_of((row, share)):
                if (row, count) in building.facts:
                    building.relations.extend(
                        percentage_as_printed(building.facts[row, count], base, cell, title)
                    )
    for quote in quotes:
        _print_quote(building, benchmark, quote)
    yield from judge(building.model())


def _print_quote(building: Building, benchmark: Benchmark, quote: Quote) -> None:
    """The text speaks of the first pair: those in fleksjob."""
    row = row_of(quote.area, benchmark)
    column = benchmark.pairs[0][quote.column == "share"]
    if row is not None and (row, column) in building.facts:
        building.print((row, column), quote.figure, "real")


def _share(benchmark: Benchmark, row: int, column: int) -> Figure | None:
    """A share of 4 in a column of decimals is 4.0 written short."""
    figure = benchmark.table.figures.get((row, column))
    units = [f.unit for (_, c), f in benchmark.table.figures.items() if c == column]
    return replace(figure, unit=min(units)) if figure else None
