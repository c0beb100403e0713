"""Findings as a table: a row for each rule, and the first breaches of it in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from maaltal.core.findings import SEVERITIES, Finding, Rule
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.tables import Cell, Column, Note, Row, Table

FIRST = 3
"""So many breaches of a rule are told in words."""

COLUMNS = (
    Column("severity", Text("Alvor", "Severity")),
    Column("rule", Text("Regel", "Rule")),
    Column("title", Text("Hvad", "What")),
    Column("count", Text("Antal", "Number"), "whole"),
)


@dataclass(frozen=True)
class Breaches:
    """How often a rule was broken, and the first times."""

    rule: Rule
    count: int
    first: tuple[Finding, ...]


def breaches(
    findings: Iterable[Finding], counts: Mapping[str, int], most: int = FIRST
) -> tuple[Breaches, ...]:
    """By rule, the worst first. Reading stops when every rule has its first breaches, `most` of each."""
    first: dict[str, list[Finding]] = {}
    lacking = {code: min(most, count) for code, count in counts.items() if count}
    for finding in findings:
        code = finding.rule.code
        if lacking.get(code):
            first.setdefault(code, []).append(finding)
            lacking[code] -= 1
        if not any(lacking.values()):
            break
    found = (Breaches(told[0].rule, counts[code], tuple(told)) for code, told in first.items())
    return tuple(sorted(found, key=lambda each: list(SEVERITIES).index(each.rule.severity)))


def findings_table(code: str, file: str, found: Sequence[Breaches]) -> Table:
    """Rows are found by rule."""
    title = sentence("Fund i {file}", "Findings in {file}", file=file)
    return Table(
        code, title, COLUMNS, tuple(map(_row, found)), tuple(note for each in found for note in _notes(each))
    )


def _row(found: Breaches) -> Row:
    cells = (
        Cell(SEVERITIES[found.rule.severity]), Cell(found.rule.code), Cell(found.rule.title), Cell(found.count, "whole"),
    )  # fmt: skip
    return Row((found.rule.code,), cells)


def _notes(found: Breaches) -> Iterator[Note]:
    for finding in found.first:
        yield Note(found.rule.code, sentence(
            "{rule}{place}: {wrong} {mend}", "{rule}{place}: {wrong} {mend}",
            rule=found.rule.code, place=_place(finding), wrong=said(finding, found.rule.wrong), mend=said(finding, found.rule.mend),
        ))  # fmt: skip


def said(finding: Finding, template: Text) -> Sentence:
    return Sentence(template, (("value", finding.value), ("other", finding.other)))


def _place(finding: Finding) -> Sentence:
    sheet = sentence(", ark '{sheet}'", ", sheet '{sheet}'", sheet=finding.sheet) if finding.sheet else ""
    row = sentence(", række {row}", ", row {row}", row=str(finding.row)) if finding.row else ""
    column = (
        sentence(", kolonne '{column}'", ", column '{column}'", column=finding.column)
        if finding.column
        else ""
    )
    return sentence("{sheet}{row}{column}", "{sheet}{row}{column}", sheet=sheet, row=row, column=column)
