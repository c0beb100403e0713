"""The report: what the audit found, each with its figures, what they could be, and why."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from maaltal.core.audit.figures import Numbers
from maaltal.core.tables.cells import Place
from maaltal.core.text import Sentence, Text

type DiscrepancyKind = Literal["error", "one-of", "contradiction", "residual", "explained"]

KINDS: dict[DiscrepancyKind, Text] = {
    "error": Text("Fejl", "Error"),
    "one-of": Text("Et af disse", "One of these"),
    "contradiction": Text("Modstrid", "Contradiction"),
    "residual": Text("Afrundingsrest", "Rounding residual"),
    "explained": Text("Forklaret af skjulte decimaler", "Explained by hidden decimals"),
}


NOTHING_JUDGED = 3
"""The exit code of questions that there are no data for."""


@dataclass(frozen=True)
class Suspect:
    """Mistænkt tal (suspect): a printed figure, what it could be instead (None: no limit), and the evidence.

    `only` is the one print that would be right, where there is just one. `assuming` names a rule that must be
    given up for this suspect to be the one.
    """

    printed: str
    place: Place
    low: Fraction | None
    high: Fraction | None
    only: Fraction | None
    evidence: tuple[Sentence, ...] = ()
    copies: tuple[Place, ...] = ()
    assuming: Sentence | None = None


@dataclass(frozen=True)
class Discrepancy:
    """Uoverensstemmelse (discrepancy): one finding of the audit.

    Of a "one-of", each of `alternatives` explains it alone: the suspects in it are then all wrong. Otherwise there is
    one alternative at most. `places` are the prints that it is about, suspects' included.
    """

    kind: DiscrepancyKind
    code: str
    text: Sentence
    places: tuple[Place, ...] = ()
    alternatives: tuple[tuple[Suspect, ...], ...] = ()


@dataclass(frozen=True)
class Hypothesis:
    """Hypotese (hypothesis): rules that a year's figures may have been made by; `cost`: figures then wrong, and doubt."""

    year: int
    code: str
    label: tuple[Sentence, ...]
    cost: int
    used: bool


@dataclass(frozen=True)
class Report:
    """Rapport (report) on one document: discrepancies, the hypotheses that were tried, and how many figures were read."""

    document: str
    figures: int
    tables: int
    discrepancies: tuple[Discrepancy, ...]
    hypotheses: tuple[Hypothesis, ...] = ()
    numbers: Numbers = field(default_factory=Numbers)

    @property
    def has_errors(self) -> bool:
        """Whether something must be corrected. Residuals and hidden decimals need not be."""
        return any(found.kind in ("error", "one-of", "contradiction") for found in self.discrepancies)

    @property
    def judges_nothing(self) -> bool:
        """Whether silence means nothing: there was no table to re-check, and no words against words either."""
        return not self.tables and not self.has_errors

    @property
    def exit_code(self) -> int:
        return NOTHING_JUDGED if self.judges_nothing else int(self.has_errors)
