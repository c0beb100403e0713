"""What a note's running text says about the figures of its tables."""

from dataclasses import dataclass
from typing import Literal

from maaltal.core.audit.figures import Figure
from maaltal.core.tables.cells import Place

type ClaimKind = Literal["rises", "grows", "falls", "same", "met", "unmet", "lowest", "highest", "covers"]


@dataclass(frozen=True)
class Mention:
    """Omtale (mention): a figure of the municipality that stands in the text, or in a table of several years.

    `subject` is "placements", "fleksjob" or "all"; `column` is a field of `SchemeRow`, or "weight".
    """

    year: int
    subject: str
    column: str
    figure: Figure


@dataclass(frozen=True)
class Quote:
    """Citat (quote): a figure of a benchmark that the text repeats, in the area's words ("København", "københavnere")."""

    area: str
    column: Literal["count", "share"]
    figure: Figure


@dataclass(frozen=True)
class Claim:
    """Påstand (claim): a sentence about the figures. `rises`: every column of the table named rises every year.

    `grows`/`falls`/`same`: the second figure is larger/smaller than the first, or equal. `met`/`unmet`: the measurement
    reaches the target, or not, of `subject` ("placements", "fleksjob"; None: any) in the unit (None: the municipality)
    and year (None: the last). `lowest`/`highest`: the area `subject` has the lowest/highest share of a benchmark. `covers`: the second
    figure is the first in full-time persons, so it cannot be larger.
    """

    kind: ClaimKind
    place: Place
    table: str | None = None
    figures: tuple[Figure, ...] = ()
    subject: str | None = None
    unit: str | None = None
    year: int | None = None
