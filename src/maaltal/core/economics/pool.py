"""The fleksjob pool's contributions: a share of each committee's wage bill, in round numbers that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from maaltal.core.apportionment import apportion
from maaltal.core.economics.amounts import MoneyError
from maaltal.core.rounding import decimal, whole
from maaltal.core.text import Sentence, Text, sentence

ROUNDING = Text(
    "Puljen i alt er summen af lønsum gange procent, rundet til nærmeste {to} kr. (en halv op), og deles i hele {to} kr. med største "
    "brøk, så bidragene går op.",
    "The pool in all is the sum of wage bill times per cent, rounded to the nearest {to} kr. (a half up), and is split in whole {to} kr. "
    "by the largest remainder, so that the contributions add up.",
)


class PoolError(MoneyError):
    """Wage bills, shares, grants or payments that no pool can be made of."""


@dataclass(frozen=True)
class PoolRule:
    """Puljebeslutning (pool decision): between which shares of its wage bill a committee sets money aside, from when."""

    label: Text
    least: Fraction
    most: Fraction
    central: Fraction
    valid_from: date
    source: str


@dataclass(frozen=True)
class Contribution:
    """Puljebidrag (contribution): a committee's wage bill (kroner), the share of it, what that is, and the round number."""

    committee: str
    wage_bill: Fraction
    share: Fraction
    exact: Fraction
    kroner: int


@dataclass(frozen=True)
class Contributions:
    """Puljens bidrag (contributions) of one year; `to` kroner is what they are whole multiples of."""

    year: int
    to: int
    parts: tuple[Contribution, ...]

    @property
    def total(self) -> int:
        return sum(part.kroner for part in self.parts)

    @property
    def wage_bill(self) -> Fraction:
        return sum((part.wage_bill for part in self.parts), Fraction(0))

    @property
    def rule(self) -> Sentence:
        return Sentence(ROUNDING, (("to", self.to),))

    def of(self, committee: str) -> int:
        """KeyError for a committee without a wage bill."""
        return {part.committee: part.kroner for part in self.parts}[committee]

    def pays_for(self, each: Fraction) -> int:
        """How many full years of fleksjob the pool pays for at so many kroner each."""
        return int(self.total // each)


def contributions(
    year: int, wage_bills: Mapping[str, Fraction], shares: Mapping[str, Fraction] | Fraction, to: int = 1
) -> Contributions:
    """`shares` are of the wage bill: 0.075 pct. is Fraction("0.00075"), one for all or one for each committee.

    PoolError for no wage bill, one of zero or below, and a committee without a share.
    """
    shared = {committee: _share(committee, shares) for committee in wage_bills}
    _check(year, wage_bills, to)
    exact = {committee: bill * shared[committee] for committee, bill in wage_bills.items()}
    units = whole(sum(exact.values(), Fraction(0)) / to)
    numbers = apportion(units, exact).numbers
    return Contributions(year, to, tuple(
        Contribution(committee, bill, shared[committee], exact[committee], numbers[committee] * to)
        for committee, bill in wage_bills.items()
    ))  # fmt: skip


def _share(committee: str, shares: Mapping[str, Fraction] | Fraction) -> Fraction:
    share = shares if isinstance(shares, Fraction) else shares.get(committee)
    if share is None or not 0 < share <= 1:
        raise PoolError(sentence(
            "{committee} har ingen procent over 0 og op til 100 at bidrage med.",
            "{committee} has no per cent above 0 and up to 100 to contribute by.", committee=committee))  # fmt: skip
    return share


def _check(year: int, wage_bills: Mapping[str, Fraction], to: int) -> None:
    if not wage_bills:
        raise PoolError(sentence("Der er ingen lønsummer for {year}.", "There are no wage bills for {year}.", year=str(year)))  # fmt: skip
    if to < 1:
        raise PoolError(sentence("Der rundes til mindst 1 kr.", "Amounts are rounded to at least 1 kr."))
    for committee, bill in wage_bills.items():
        if bill <= 0:
            raise PoolError(sentence(
                "{committee} har en lønsum på {bill} kr. i {year}; den skal være over 0, ellers skal rækken slettes.",
                "{committee} has a wage bill of {bill} kr. in {year}; it must be above 0, or else its row deleted.",
                committee=committee, bill=bill.numerator if bill.denominator == 1 else bill, year=str(year)))  # fmt: skip


def same_committees(by_year: Mapping[int, Mapping[str, Fraction]]) -> None:
    """PoolError when a committee with a wage bill in one year has none in another."""
    first = min(by_year, default=0)
    for year, bills in sorted(by_year.items()):
        for here, there, lacking in ((bills, by_year[first], year), (by_year[first], bills, first)):
            if missing := [committee for committee in there if committee not in here]:
                raise PoolError(sentence(
                    "{committee} har ingen lønsum i {year}, men i {other}. Skriv den, eller brug samme navn i alle år.",
                    "{committee} has no wage bill in {year}, but in {other}. Write it, or use the same name in all years.",
                    committee=missing[0], year=str(lacking), other=str(year if lacking == first else first)))  # fmt: skip


def outside(parts: Contributions, rule: PoolRule) -> Iterator[Contribution]:
    """The contributions whose share is not one that the decision allows."""
    return (part for part in parts.parts if not rule.least <= part.share <= rule.most)


def share_words(share: Fraction) -> Text:
    """A share in per cent with as many decimals as it has, up to six: 0,075."""
    words = decimal(share * 100)
    return Text(words.replace(".", ","), words)
