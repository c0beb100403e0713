"""A budget proposal that is audited before it is handed over: its own rules, then the print as any reader's note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maaltal.core.audit.auditing import audit
from maaltal.core.audit.report import KINDS, Report
from maaltal.core.economics.amounts import Scale
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_checks import Found, check
from maaltal.core.findings import Rule, Severity
from maaltal.documents.budget import budget_document
from maaltal.documents.document import Document
from maaltal.documents.markdown import as_markdown
from maaltal.intake.notes.formats.text import split_lines
from maaltal.intake.notes.recognise import recognise

OWN = "spending-type"
"""What the proposal's own rules tell better: of every year, and in words of lines and committees."""
GRAVE = ("error", "one-of", "contradiction")


@dataclass(frozen=True)
class Audited:
    """The document with its findings below it, and whether anything must be corrected."""

    document: Document
    found: tuple[Found, ...]
    report: Report

    @property
    def has_errors(self) -> bool:
        return any(rule.severity == "error" for rule, _ in self.found)


def audited_budget(proposal: Proposal, scale: Scale = Scale.THOUSANDS) -> Audited:
    """Check the amounts, print the tables, and audit the print; what is found stands below the tables."""
    bare = budget_document(proposal, (), scale)
    report = audit(recognise(list(split_lines(as_markdown(bare, "da"))), proposal.title.da))
    found = (*check(proposal), *(() if _is_exact(bare) else _in_print(report)))
    return Audited(budget_document(proposal, found, scale), found, report)


def _is_exact(document: Document) -> bool:
    """Whether nothing is rounded in print. Then every sum holds as it was made, and the audit, which has to guess what a
    sum is, could only mistake figures as small as its slack for one."""
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells if cell.numeric)
    return all(isinstance(cell.value, int) for cell in cells)


def _in_print(report: Report) -> Iterator[Found]:
    for each in report.discrepancies:
        if each.kind == "explained" or each.code == OWN:
            continue
        severity: Severity = "error" if each.kind in GRAVE else "note"
        title = KINDS[each.kind]
        yield Rule(each.code, severity, title, title, title), each.text
