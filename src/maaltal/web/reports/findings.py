"""What an audit found, as it is kept and shown: words in both languages, and the lines that they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from maaltal.core.audit.printing import describe, nothing, reasons, show, what_was_read
from maaltal.core.audit.report import KINDS, Discrepancy, Report, Suspect
from maaltal.core.tables.cells import Place
from maaltal.core.text import Language
from maaltal.intake.notes.lines import Line

LANGUAGES: tuple[Language, ...] = ("da", "en")


type Indices = Mapping[tuple[int, str], int]
"""Where in the note's lines one of that number and text stands: sheets and pages begin anew with their numbers."""


def indices_of(lines: Sequence[Line]) -> Indices:
    return {(line.number, line.text): n for n, line in reversed(list(enumerate(lines)))}


def findings_of(report: Report, at: Indices) -> dict[str, Any]:
    """For `Audited.findings`: what was read, whether anything must be corrected, and each finding."""
    return {
        "read": {tongue: what_was_read(report, tongue) for tongue in LANGUAGES},
        "nothing": None if report.has_errors else {tongue: nothing(report).get(tongue) for tongue in LANGUAGES},
        "found": [_finding(each, at) for each in report.discrepancies],
    }  # fmt: skip


def _finding(found: Discrepancy, at: Indices) -> dict[str, Any]:
    suspects = [suspect for answer in found.alternatives for suspect in answer]
    places = dict.fromkeys([*(suspect.place for suspect in suspects), *found.places])
    return {
        "kind": found.kind,
        "called": {tongue: KINDS[found.kind].get(tongue) for tongue in LANGUAGES},
        "text": {tongue: found.text.render(tongue, show) for tongue in LANGUAGES},
        "suspects": [_suspect(suspect, at) for suspect in suspects],
        "lines": list(dict.fromkeys(_index(place, at) for place in places)),
    }


def _index(place: Place, at: Indices) -> int:
    """-1 for a place in no line, such as a file's name."""
    return at.get((place.line, place.source), -1)


def _suspect(suspect: Suspect, at: Indices) -> dict[str, Any]:
    return {
        "line": _index(suspect.place, at),
        "printed": suspect.printed,
        "described": {tongue: describe(suspect, tongue) for tongue in LANGUAGES},
        "why": {tongue: list(reasons(suspect, tongue)) for tongue in LANGUAGES},
    }
