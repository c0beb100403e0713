"""Claims: sentences about the figures, held against them."""

from collections.abc import Iterator
from itertools import pairwise

from maaltal.core.audit.figures import Benchmark, Claim, Document, Figure, Series, StatusTable
from maaltal.core.audit.groups import FLEKSJOB, Group, groups
from maaltal.core.audit.quotes import row_of
from maaltal.core.audit.report import Discrepancy
from maaltal.core.text import Text, sentence

MUNICIPALITY = "KK"


def audit_claims(document: Document) -> Iterator[Discrepancy]:
    """Claims that the figures contradict."""
    for claim in document.claims:
        if claim.kind == "rises":
            for series in document.series:
                if claim.table in (None, series.table.title.da, series.table.title.en):
                    yield from _rises(claim, series)
        elif claim.kind in ("met", "unmet"):
            yield from _met(claim, document.statuses)
        elif claim.kind in ("lowest", "highest"):
            for benchmark in document.benchmarks:
                yield from _extreme(claim, benchmark)
        else:
            yield from _goes(claim)


_WORDS = {
    "grows": Text("en stigning", "a rise"),
    "falls": Text("et fald", "a fall"),
    "same": Text("uændret", "unchanged"),
}


def _goes(claim: Claim) -> Iterator[Discrepancy]:
    first, second = claim.figures
    went = "grows" if second.value > first.value else "falls" if second.value < first.value else "same"
    if went != claim.kind:
        yield Discrepancy("contradiction", "claim", sentence(
            "Teksten siger {word} fra {first} til {second}.", "The text says {word} from {first} to {second}.",
            word=_WORDS[claim.kind], first=first.printed, second=second.printed,
        ), (claim.place,))  # fmt: skip


def _met(claim: Claim, tables: tuple[StatusTable, ...]) -> Iterator[Discrepancy]:
    """A target said to be met, or not, against the measurement and the target printed."""
    unit = claim.unit or MUNICIPALITY
    years = [t.year for t in tables if t.unit == unit]
    year = claim.year or max(years, default=None)
    for table in (t for t in tables if (t.unit, t.year) == (unit, year)):
        printed = [two for group in groups(table) if _is_about(group, claim) if (two := _reached(group))]
        if printed and all(_is_met(*two) != (claim.kind == "met") for two in printed):
            status, target = printed[0]
            yield Discrepancy("contradiction", "target-met", sentence(
                "Teksten siger, at måltallet {said}, men {table} har {status} af {target}.",
                "The text says that the target {said}, but {table} has {status} of {target}.",
                said=_SAID[claim.kind], table=table.title, status=status.printed, target=target.printed,
            ), (claim.place, status.place, target.place))  # fmt: skip


_SAID = {"met": Text("er indfriet", "was met"), "unmet": Text("ikke er indfriet", "was not met")}


def _is_about(group: Group, claim: Claim) -> bool:
    return claim.subject is None or (claim.subject == FLEKSJOB) == group.is_count


def _reached(group: Group) -> tuple[Figure, Figure] | None:
    alone = group.one("status") if len(group.rows) == 1 else None
    status, target = group.one("group_status") or alone, group.one("target")
    return (status, target) if status and target else None


def _is_met(status: Figure, target: Figure) -> bool:
    return status.value >= target.value


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
