"""All findings of a file as CSV, to mend the file by."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from maaltal.core.findings import SEVERITIES, Finding
from maaltal.core.text import Language, Text
from maaltal.documents.delimited import MARK, SEPARATORS

HEADINGS = (
    Text("Alvor", "Severity"), Text("Regel", "Rule"), Text("Ark", "Sheet"), Text("Række", "Row"), Text("Kolonne", "Column"),
    Text("Værdi", "Value"), Text("Hvad er galt", "What is wrong"), Text("Hvad skal der gøres", "What to do"),
)  # fmt: skip


def findings_csv(findings: Iterable[Finding], language: Language) -> str:
    out = StringIO()
    writer = csv.writer(out, delimiter=SEPARATORS[language][0], lineterminator="\r\n")
    writer.writerow(heading.get(language) for heading in HEADINGS)
    for finding in findings:
        writer.writerow(map(_safe, _cells(finding, language)))
    return MARK + out.getvalue()


def _cells(finding: Finding, language: Language) -> tuple[str, ...]:
    return (
        SEVERITIES[finding.rule.severity].get(language), finding.rule.code, finding.sheet or "",
        str(finding.row) if finding.row else "", finding.column or "", finding.value,
        finding.wrong(language), finding.mend(language),
    )  # fmt: skip


def _safe(text: str) -> str:
    """A spreadsheet must not take a received cell for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
