"""Rules that a note's figures may have been made by: which the note seems to follow is found by trying them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from maaltal.core.audit.figures import StatedMethod
from maaltal.core.text import Sentence, sentence

type Method = Literal["municipal-weights", "own-weights", "mean-of-rounded", "mean-of-groups"]

METHODS: dict[Method, Sentence] = {
    "municipal-weights": sentence(
        "samlet målopfyldelse vægtes med kommunens måltal",
        "combined fulfilment is weighted by the municipality's targets",
    ),
    "own-weights": sentence(
        "samlet målopfyldelse vægtes med hver forvaltnings egne måltal",
        "combined fulfilment is weighted by each administration's own targets",
    ),
    "mean-of-rounded": sentence(
        "samlet målopfyldelse er gennemsnittet af de afrundede procenter",
        "combined fulfilment is the mean of the rounded percentages",
    ),
    "mean-of-groups": sentence(
        "samlet målopfyldelse er gennemsnittet af de uafrundede procenter",
        "combined fulfilment is the mean of the unrounded percentages",
    ),
}
LAST_YEAR = sentence("forvaltningernes måltal er sidste års", "the administrations' targets are last year's")
UNROUNDED = sentence(
    "hvis måltallene bag procenterne ikke er hele tal",
    "if the targets behind the percentages are not whole numbers",
)
DOUBT: dict[StatedMethod | None, dict[Method, int]] = {
    "weighted": {"municipal-weights": 0, "own-weights": 1, "mean-of-rounded": 2, "mean-of-groups": 2},
    "mean": {"mean-of-rounded": 0, "mean-of-groups": 0, "municipal-weights": 2, "own-weights": 2},
    None: {"municipal-weights": 0, "mean-of-rounded": 0, "mean-of-groups": 0, "own-weights": 1},
}
"""What a method costs to believe in, where the note says "vægtet gennemsnit", "gennemsnit" or nothing; the first is tried first."""
LAST_YEAR_DOUBT = 1


@dataclass(frozen=True)
class Rules:
    """Regelsæt (rules) of one year's tables: the method, and whose targets the administrations' add up to."""

    stated: StatedMethod | None
    method: Method
    last_years_targets: bool = False

    @property
    def doubt(self) -> int:
        """What it costs to believe in these rules."""
        return DOUBT[self.stated][self.method] + LAST_YEAR_DOUBT * self.last_years_targets

    def all(self, has_last_year: bool) -> Iterator[Rules]:
        """Every set of rules for what the note states, this one first and its own method's before the rest."""
        methods = sorted(DOUBT[self.stated], key=lambda method: method != self.method)
        for method in methods:
            yield Rules(self.stated, method)
        for method in methods if has_last_year else ():
            yield Rules(self.stated, method, last_years_targets=True)


def stated(method: StatedMethod | None) -> Rules:
    """The rules that a note's own words suggest first."""
    return Rules(method, next(iter(DOUBT[method])))
