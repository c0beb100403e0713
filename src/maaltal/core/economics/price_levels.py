"""Price levels: amounts are carried from one year's prices to another's by a table that somebody keeps, and never else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, PriceLevelError
from maaltal.core.text import sentence


@dataclass(frozen=True)
class Index:
    """Indekstal (index): what a year's prices are, against the other years of the same table. `published` is when it was stated."""

    year: int
    value: Fraction
    source: str
    published: date


@dataclass(frozen=True)
class PriceLevels:
    """Pris- og lønniveauer (price levels): one index for each year, as the file `name` has them. PriceLevelError for two."""

    indices: tuple[Index, ...]
    name: str

    def __post_init__(self) -> None:
        years = [index.year for index in self.indices]
        twice = [year for year in years if years.count(year) > 1]
        if twice:
            raise PriceLevelError(sentence(
                "{file} har {year} to gange; ét år har ét indekstal.", "{file} has {year} twice; a year has one index.",
                file=self.name, year=str(twice[0])))  # fmt: skip

    def index(self, year: int) -> Index:
        """PriceLevelError when the table lacks the year."""
        found = next((index for index in self.indices if index.year == year), None)
        if found is None:
            raise PriceLevelError(sentence(
                "{file} har intet indekstal for {year}; det har {known}. Tilføj året med dets kilde.",
                "{file} has no index for {year}; it has {known}. Add the year with its source.",
                file=self.name, year=str(year), known=", ".join(str(index.year) for index in self.indices) or "-"))  # fmt: skip
        return found

    def factor(self, from_year: int, to_year: int) -> Fraction:
        return self.index(to_year).value / self.index(from_year).value

    def convert(self, amount: Amount, to_year: int) -> Amount:
        """Omregning (conversion): the amount in another year's prices; exact, so that there and back changes nothing."""
        return Amount(amount.kroner * self.factor(amount.level, to_year), to_year)
