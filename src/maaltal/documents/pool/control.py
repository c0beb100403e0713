"""The control list of the fleksjob pool, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from maaltal.core.findings import SEVERITIES, Finding
from maaltal.core.text import Text, sentence
from maaltal.documents.findings import said
from maaltal.documents.tables import Cell, Column, Note, Row, Table

CONTROL = "control"


def control_table(findings: Sequence[Finding]) -> Table:
    """Every finding in words, the gravest first."""
    columns = (
        Column("severity", Text("Alvor", "Severity")), Column("title", Text("Hvad", "What")),
        Column("where", Text("Sted", "Place")), Column("wrong", Text("Fund", "Finding")), Column("mend", Text("Gør", "Do")),
    )  # fmt: skip
    rows = tuple(_finding_row(finding, number) for number, finding in enumerate(findings, start=1))
    none = (Note("none", sentence("Der er intet at bemærke.", "There is nothing to remark.")),)
    title = sentence("Kontrolliste", "Control list")
    return Table(CONTROL, title, columns, rows, () if rows else none)


def _finding_row(finding: Finding, number: int) -> Row:
    return Row((str(number), finding.rule.code), (
        Cell(SEVERITIES[finding.rule.severity]), Cell(finding.rule.title), Cell(_place(finding)),
        Cell(said(finding, finding.rule.wrong)), Cell(said(finding, finding.rule.mend)),
    ))  # fmt: skip


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.row}" if finding.row else finding.file
