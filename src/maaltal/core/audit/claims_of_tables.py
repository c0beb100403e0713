"""Claims about whole tables: a steady rise, the lowest or the highest share."""

from collections.abc import Iterator
from itertools import pairwise

from maaltal.core.audit.document import Document
from maaltal.core.audit.figures import Benchmark, Figure, Series
from maaltal.core.audit.quotes import row_of
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.said import Claim
from maaltal.core.text import Text, sentence


def extreme(claim: Claim, document: Document) -> Iterator[Discrepancy]:
    """An area said to have the lowest or the highest share."""
    for benchmark in document.benchmarks:
        yield from _extreme(claim, benchmark)


def _extreme(claim: Claim, benchmark: Benchmark) -> Iterator[Discrepancy]:
    """The lowest or highest share of all areas but the country."""
    table, own = benchmark.table, row_of(claim.subject or "", benchmark)
    column = benchmark.pairs[0][1]
    mine = table.figures.get((own, column)) if own is not None else None
    if mine is None:
        return
    sign = 1 if claim.kind == "lowest" else -1
    for row, label in enumerate(table.rows):
        other = table.figures.get((row, column))
        if (
            row != own
            and other
            and "land" not in label.casefold()
            and sign * other.value <= sign * mine.value
        ):
            yield Discrepancy("contradiction", "claim-share", sentence(
                "Teksten siger, at andelen i {area} er den {side}, men {other} har {share} mod {own}.",
                "The text says that the share in {area} is the {side}, but {other} has {share} against {own}.",
                area=table.rows[own or 0], side=_SIDES[claim.kind], other=label, share=other.printed, own=mine.printed,
            ), (claim.place, mine.place, other.place))  # fmt: skip


_SIDES = {"lowest": Text("laveste", "lowest"), "highest": Text("højeste", "highest")}


def rises(claim: Claim, document: Document) -> Iterator[Discrepancy]:
    """A table said to rise from year to year."""
    for series in document.series:
        if claim.table in (None, series.table.title.da, series.table.title.en):
            yield from _rises(claim, series)


def _rises(claim: Claim, series: Series) -> Iterator[Discrepancy]:
    falls = list(_falls(series))
    if falls:
        words = [(column, year, before.printed, after.printed) for column, year, before, after in falls]
        said = ["; ".join(f"{c}: {b} → {a} ({y})" for c, y, b, a in words)] * 2
        yield Discrepancy("contradiction", "not-rising", sentence(
            "Teksten siger, at tallene i {table} stiger løbende, men de falder: {falls}.",
            "The text says that the figures in {table} rise steadily, but they fall: {falls}.",
            table=series.table.title, falls=Text(*said),
        ), (claim.place, *(figure.place for _, _, *two in falls for figure in two)))  # fmt: skip


def _falls(series: Series) -> Iterator[tuple[str, str, Figure, Figure]]:
    table = series.table
    for column, name in enumerate(table.columns):
        for before, after in pairwise(range(len(table.rows))):
            one, other = table.figures.get((before, column)), table.figures.get((after, column))
            if one and other and other.value < one.value:
                yield name, table.rows[after], one, other
