"""What tests ask of an audit: findings in one line each."""

from collections.abc import Iterable

from maaltal.core.audit.auditing import audit
from maaltal.core.audit.printing import could_be, show
from maaltal.core.audit.report import Discrepancy, Report
from maaltal.intake.notes.formats.text import split_lines
from maaltal.intake.notes.recognise import recognise


def audit_text(text: str) -> Report:
    return audit(recognise(list(split_lines(text)), "note.txt"))


def in_words(found: Iterable[Discrepancy]) -> list[str]:
    """Kind and sentence; for figures that may be wrong, also what each could be, and the line it stands on."""
    return [f"{each.kind}: {each.text.render('da', show)}{_answers(each)}" for each in found]


def _answers(found: Discrepancy) -> str:
    answers = [
        " og ".join(f"{s.printed} (linje {s.place.line}) → {could_be(s, 'da')}" for s in answer)
        for answer in found.alternatives
    ]
    return " | ".join(["", *answers]) if found.kind == "one-of" else ""
