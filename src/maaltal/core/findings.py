"""Findings: what is wrong with a received row, where, and what to do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from maaltal.core.periods import Period
from maaltal.core.person_numbers import mask
from maaltal.core.text import Language, Sentence, Show, Text

type Severity = Literal["error", "warning", "note"]

SEVERITIES: dict[Severity, Text] = {
    "error": Text("fejl", "error"),
    "warning": Text("advarsel", "warning"),
    "note": Text("bemærkning", "note"),
}


@dataclass(frozen=True)
class Rule:
    """Regel (rule): a code, how bad a breach is, what is wrong and what to do. An error rejects the row; the rest do not.

    The texts may name `{value}`, what stands in the cell, and `{other}`, what it collides with.
    """

    code: str
    severity: Severity
    title: Text
    wrong: Text
    mend: Text


@dataclass(frozen=True)
class Finding:
    """Fund (finding): one breach of one rule, with the place: file, sheet, row (1 is the header) and column as received.

    `value` is what stands there, with CPR numbers masked already; whole-file findings have no row.
    """

    rule: Rule
    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str = ""
    other: str | date | Period | Sentence = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", mask(self.value))
        if isinstance(self.other, str):
            object.__setattr__(self, "other", mask(self.other))

    def wrong(self, language: Language, show: Show | None = None) -> str:
        return self._say(self.rule.wrong, language, show)

    def mend(self, language: Language, show: Show | None = None) -> str:
        return self._say(self.rule.mend, language, show)

    def _say(self, template: Text, language: Language, show: Show | None) -> str:
        values = {"value": self.value, "other": self.other}
        return Sentence(template, tuple(values.items())).render(language, show)
