"""Claims: sentences about the figures, held against them."""

from collections.abc import Iterator
from itertools import pairwise

from maaltal.core.audit.figures import Claim, Document, Figure, Series
from maaltal.core.audit.report import Discrepancy
from maaltal.core.text import Text, sentence


def audit_claims(document: Document) -> Iterator[Discrepancy]:
    """Claims that the figures contradict."""
    for claim in document.claims:
        if claim.kind == "rises":
            for series in document.series:
                if claim.table in (None, series.table.title.da):
                    yield from _rises(claim, series)
        elif len(claim.figures) == 2 and not _goes(claim):
            yield Discrepancy("contradiction", "claim", sentence(
                "Teksten siger {word} fra {first} til {second}.", "The text says {word} from {first} to {second}.",
                word=_WORDS[claim.kind], first=claim.figures[0].printed, second=claim.figures[1].printed,
            ), (claim.place,))  # fmt: skip


_WORDS = {"grows": Text("en stigning", "a rise"), "falls": Text("et fald", "a fall")}


def _goes(claim: Claim) -> bool:
    first, second = claim.figures[0].value, claim.figures[1].value
    return second > first if claim.kind == "grows" else second < first


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
