"""Fulfilment of one target, and the three methods of combining several into one percentage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.rounding import Exact, whole
from maaltal.core.text import Text


def fulfilment(measurement: Exact, target: int | None) -> Fraction | None:
    """Målopfyldelse (fulfilment): measurement / target, 1 being just reached. None without a target, or one of 0."""
    return Fraction(measurement) / target if target else None


@dataclass(frozen=True)
class Part:
    """One group's fulfilment, with the municipality's target for the group, which weighs it."""

    group: str
    fulfilment: Fraction
    municipal_target: int


def weights(parts: Sequence[Part]) -> dict[str, Fraction]:
    """Vægte (weights): each group's share of the municipality's total target (2024: 1,084 and 900 give 55 and 45 pct.)."""
    total = sum(part.municipal_target for part in parts)
    return {part.group: Fraction(part.municipal_target, total) for part in parts}


def mean_of_groups(parts: Sequence[Part]) -> Fraction:
    """Simpelt gennemsnit (mean of groups), as in 2016: 63 pct."""
    return sum((part.fulfilment for part in parts), Fraction(0)) / len(parts)


def mean_of_rounded(parts: Sequence[Part]) -> Fraction:
    """Gennemsnit af afrundede procenter (mean of rounded), as in 2017: (108 + 89)/2 = 98.5, printed 99."""
    return Fraction(sum(whole(part.fulfilment * 100) for part in parts), 100 * len(parts))


def target_weighted(parts: Sequence[Part]) -> Fraction:
    """Vægtet gennemsnit (target-weighted), since 2023. The same weights for every administration; nothing is capped."""
    shares = weights(parts)
    return sum((part.fulfilment * shares[part.group] for part in parts), Fraction(0))


METHODS: dict[str, Callable[[Sequence[Part]], Fraction]] = {
    "mean-of-groups": mean_of_groups,
    "mean-of-rounded": mean_of_rounded,
    "target-weighted": target_weighted,
}


@dataclass(frozen=True)
class CombinationMethod:
    """Metode for samlet målopfyldelse (method of combined fulfilment): one of `METHODS`, with the years it was used."""

    code: str
    label: Text
    first_year: int
    last_year: int | None
    source: str

    def used_in(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def combine(self, parts: Sequence[Part]) -> Fraction:
        """Samlet målopfyldelse (combined fulfilment) of at least one part."""
        return METHODS[self.code](parts)
