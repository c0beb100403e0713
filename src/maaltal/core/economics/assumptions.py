"""What is assumed of the jobs whose cost is reckoned; each number is checked, and none is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from maaltal.core.economics.amounts import Amount, MoneyError
from maaltal.core.economics.benefits import FULL_TIME, WEEKS
from maaltal.core.rounding import tidy
from maaltal.core.text import Text, sentence

type Scheme = Literal["new", "old"]

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
NOTHING = Fraction(0)
ALL = Fraction(1)


@dataclass(frozen=True)
class Assumptions:
    """Forudsætninger (assumptions): how many jobs, of what kind, and whom they change the benefits of.

    `hours` a week; `wage` an hour before pension; `pension` and `holiday` are shares on top of it, `overhead` a share of
    the whole wage cost. `additional` is the share of net additional jobs, `residents` that of people whose benefits this
    municipality pays. `weeks_before` is how long they had public support already. `activation` is what is spent on one
    unemployed person a year. `subsidy` is the old scheme's: 1/2 or 2/3 of the wage. MoneyError for what cannot be.
    """

    jobs: Fraction
    hours: Fraction
    wage: Amount
    pension: Fraction = NOTHING
    holiday: Fraction = NOTHING
    overhead: Fraction = NOTHING
    additional: Fraction = ALL
    residents: Fraction = ALL
    weeks_before: int = WEEKS
    activation: Amount | None = None
    scheme: Scheme = "new"
    subsidy: Fraction = HALF

    def __post_init__(self) -> None:
        _between(Text("Antal job", "The number of jobs"), self.jobs, None)
        _between(Text("Timer om ugen", "Hours a week"), self.hours, FULL_TIME)
        _between(Text("Timelønnen", "The hourly wage"), self.wage.kroner, None)
        _between(Text("Andelen til pension", "The share for pension"), self.pension, 1)
        _between(Text("Andelen til ferie", "The share for holiday"), self.holiday, 1)
        _between(Text("Andelen til overhead", "The share for overhead"), self.overhead, 1)
        _between(Text("Andelen af nettomerjob", "The share of net additional jobs"), self.additional, 1)
        _between(Text("Andelen af kommunens borgere", "The share of residents"), self.residents, 1)
        _between(Text("Ugerne på offentlig forsørgelse før", "The weeks on public support before"), self.weeks_before, None)  # fmt: skip
        if self.activation is not None:
            _between(Text("Indsatsen pr. ledig", "The activation per unemployed person"), self.activation.kroner, None)  # fmt: skip
        if self.subsidy not in (HALF, TWO_THIRDS):
            raise MoneyError(sentence(
                "Tilskuddet i den gamle ordning er 1/2 eller 2/3 af lønnen, ikke {given}.",
                "The old scheme's subsidy is 1/2 or 2/3 of the wage, not {given}.", given=str(self.subsidy)))  # fmt: skip

    @property
    def counted(self) -> Fraction:
        """The jobs that change what this municipality pays in benefits."""
        return self.jobs * self.additional * self.residents

    def monthly_hours(self, weekly: Fraction | int) -> Fraction:
        return Fraction(weekly) * WEEKS / 12

    def pay(self, weekly: Fraction | int) -> Fraction:
        """Kr. a month for so many hours a week, with holiday, without pension."""
        return self.monthly_hours(weekly) * self.wage.kroner * (1 + self.holiday)

    def pay_with_pension(self, weekly: Fraction | int) -> Fraction:
        return self.pay(weekly) * (1 + self.pension)


def _between(name: Text, value: Fraction | int, most: int | None) -> None:
    if value < 0:
        raise MoneyError(sentence(
            "{name} må ikke være under nul: {value}.", "{name} must not be below zero: {value}.", name=name, value=tidy(Fraction(value))))  # fmt: skip
    if most is not None and value > most:
        raise MoneyError(sentence(
            "{name} må højst være {most}: {value}.", "{name} must be {most} at most: {value}.",
            name=name, most=most, value=tidy(Fraction(value))))  # fmt: skip
