"""The report as JSON for programs; its form is described in docs/audit.md and docs/audit.en.md."""

import json
from fractions import Fraction

from maaltal.core.audit.printing import show, shown
from maaltal.core.audit.report import Discrepancy, Hypothesis, Report, Suspect
from maaltal.core.tables.cells import Place
from maaltal.core.text import Language, Sentence

JSON_VERSION = 1


def as_json(report: Report, with_explained: bool = True) -> str:
    """Numbers are exact: whole, or text like "505/2"."""
    data = {
        "version": JSON_VERSION, "document": report.document, "tables": report.tables, "figures": report.figures,
        "numbers": {"style": report.numbers.style, "certain": report.numbers.certain}, "exit_code": report.exit_code,
        "findings": [_finding(found) for found in shown(report, with_explained)],
        "hypotheses": [_hypothesis(tried) for tried in report.hypotheses],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2)


def _finding(found: Discrepancy) -> dict[str, object]:
    return {
        "kind": found.kind, "code": found.code, "text": _both(found.text),
        "places": [_place(place) for place in found.places],
        "alternatives": [[_suspect(suspect) for suspect in answer] for answer in found.alternatives],
    }  # fmt: skip


def _suspect(suspect: Suspect) -> dict[str, object]:
    return {
        "printed": suspect.printed, "place": _place(suspect.place), "low": _exact(suspect.low),
        "high": _exact(suspect.high), "only": _exact(suspect.only),
        "evidence": [_both(evidence) for evidence in suspect.evidence],
        "copies": [_place(place) for place in suspect.copies],
        "assuming": _both(suspect.assuming) if suspect.assuming else None,
    }  # fmt: skip


def _place(place: Place) -> dict[str, object]:
    return {
        "document": place.document, "table": place.table.da, "row": place.row.da, "column": place.column.da,
        "line": place.line, "source": place.source,
    }  # fmt: skip


def _hypothesis(tried: Hypothesis) -> dict[str, object]:
    label = {language: "; ".join(s.render(language, show) for s in tried.label) for language in _LANGUAGES}
    return {"year": tried.year, "code": tried.code, "label": label, "cost": tried.cost, "used": tried.used}


_LANGUAGES: tuple[Language, ...] = ("da", "en")


def _both(text: Sentence) -> dict[str, str]:
    return {language: text.render(language, show) for language in _LANGUAGES}


def _exact(value: Fraction | None) -> int | str | None:
    return None if value is None else int(value) if value.denominator == 1 else str(value)
