"""What each committee pays to the fleksjob pool, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from maaltal.core.economics.pool import Contributions, PoolRule, share_words
from maaltal.core.rounding import tidy
from maaltal.core.text import Text, sentence
from maaltal.documents.pool.cells import whole
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

CONTRIBUTIONS = "contributions"


TOTAL = "total"


IN_ALL = Text("I alt", "In all")


def contributions_table(made: Contributions, rule: PoolRule | None, each: Fraction | None) -> Table:
    """A row for each committee; notes tell the rounding, the decision, and how many fleksjob the pool pays for."""
    columns = (
        Column("committee", Text("Udvalg", "Committee")),
        Column("wage-bill", Text("Lønsum, kr.", "Wage bill, kr."), "whole"),
        Column("share", Text("Pct.", "Per cent")),
        Column("exact", Text("Udregnet, kr.", "Reckoned, kr."), "decimal"),
        Column("contribution", Text("Bidrag, kr.", "Contribution, kr."), "whole"),
    )
    rows = [
        Row((part.committee,), (Cell(part.committee), whole(part.wage_bill), Cell(share_words(part.share)),
                                Cell(part.exact, "decimal"), whole(part.kroner)))
        for part in made.parts
    ]  # fmt: skip
    exact = sum((part.exact for part in made.parts), Fraction(0))
    rows.append(Row((TOTAL,), (Cell(IN_ALL, strong=True), whole(made.wage_bill, strong=True), EMPTY,
                               Cell(exact, "decimal", strong=True), whole(made.total, strong=True))))  # fmt: skip
    title = sentence(
        "Bidrag til fleksjobpuljen {year}", "Contributions to the fleksjob pool {year}", year=str(made.year)
    )
    return Table(f"{CONTRIBUTIONS}-{made.year}", title, columns, tuple(rows), tuple(_contribution_notes(made, rule, each)))  # fmt: skip


def _contribution_notes(made: Contributions, rule: PoolRule | None, each: Fraction | None) -> Iterator[Note]:
    yield Note("rounding", made.rule)
    if rule:
        yield Note("decision", sentence(
            "{label}: fra {least} til {most} pct. af lønsummen. Kilde: {source}.",
            "{label}: from {least} to {most} per cent of the wage bill. Source: {source}.",
            label=rule.label, least=share_words(rule.least), most=share_words(rule.most), source=rule.source))  # fmt: skip
    if each:
        yield Note("pays-for", sentence(
            "Puljen kan betale {number} fleksjob et helt år à {each} kr.", "The pool can pay for {number} fleksjob a whole year at {each} kr. each.",
            number=made.pays_for(each), each=tidy(each)))  # fmt: skip
