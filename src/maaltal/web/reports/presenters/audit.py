"""An audited note, as its page shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from maaltal.core.text import Language
from maaltal.web.reports.models import Audited

GRAVE = ("error", "one-of", "contradiction")


@dataclass(frozen=True)
class ShownSuspect:
    line: int
    text: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class ShownFinding:
    """A finding: `n` from 1, in words, and the lines it points at as (index, number)."""

    n: int
    called: str
    text: str
    grave: bool
    suspects: tuple[ShownSuspect, ...]
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class ShownLine:
    """A line of the note, and the findings that are about it."""

    index: int
    number: str
    cells: tuple[str, ...]
    findings: tuple[int, ...]
    grave: bool


@dataclass(frozen=True)
class ShownAudit:
    read: str
    nothing: str
    findings: tuple[ShownFinding, ...]
    lines: tuple[ShownLine, ...]
    explained: int
    with_explained: bool


def shown_audit(audited: Audited, tongue: Language, *, explained: bool) -> ShownAudit:
    """In the reader's language; what hidden decimals explain only when asked for."""
    kept = audited.findings
    wanted = [each for each in kept["found"] if explained or each["kind"] != "explained"]
    numbers = {n: str(line[0]) for n, line in enumerate(audited.lines)}
    findings = tuple(_finding(n, each, numbers, tongue) for n, each in enumerate(wanted, 1))
    return ShownAudit(
        kept["read"][tongue], kept["nothing"][tongue] if kept["nothing"] else "", findings, _lines(audited, findings),
        sum(each["kind"] == "explained" for each in kept["found"]), explained,
    )  # fmt: skip


def _finding(n: int, found: dict[str, Any], numbers: dict[int, str], tongue: Language) -> ShownFinding:
    suspects = tuple(
        ShownSuspect(each["line"], each["described"][tongue], tuple(each["why"][tongue]))
        for each in found["suspects"]
    )
    lines = tuple((line, numbers[line]) for line in found["lines"] if line >= 0)
    called, text = found["called"][tongue], found["text"][tongue]
    return ShownFinding(n, called, text, found["kind"] in GRAVE, suspects, lines)


def _lines(audited: Audited, findings: tuple[ShownFinding, ...]) -> tuple[ShownLine, ...]:
    about = defaultdict(list)
    for finding in findings:
        for index, _number in finding.lines:
            about[index].append(finding)
    return tuple(
        ShownLine(n, str(number) if number else "", tuple(cells), tuple(each.n for each in about[n]), any(each.grave for each in about[n]))
        for n, (number, *cells) in enumerate(audited.lines)
    )  # fmt: skip
