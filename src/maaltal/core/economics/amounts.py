"""Amounts of money that know the year whose prices they are stated in, and what kind of spending they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction

from maaltal.core.rounding import half_up
from maaltal.core.text import Sentence, Text, sentence

type Number = int | Fraction | Decimal


class SpendingType(StrEnum):
    """Styringsområde (spending type): service, or one of the two kinds of transfers.

    EO is efterspørgselsstyrede overførsler (benefits), EI efterspørgselsstyret indsats (activation). Source: the budget
    proposal "Flere i fleksjob" (2016), tables 2 and 3.
    """

    SERVICE = "service"
    EO = "EO"
    EI = "EI"

    @property
    def label(self) -> Text:
        return _LABELS[self]

    @property
    def transfer(self) -> bool:
        """Whether it belongs to "overførsler mv." rather than to service."""
        return self is not SpendingType.SERVICE


_LABELS = {
    SpendingType.SERVICE: Text("Service", "Service"),
    SpendingType.EO: Text("Efterspørgselsstyrede overførsler (EO)", "Demand-led transfers (EO)"),
    SpendingType.EI: Text("Efterspørgselsstyret indsats (EI)", "Demand-led activation (EI)"),
}


class Scale(IntEnum):
    """What one unit of a printed amount is worth in kroner: 13.130 in a table of 1.000 kr. is 13,130,000 kr."""

    KRONER = 1
    THOUSANDS = 1_000
    MILLIONS = 1_000_000

    @property
    def label(self) -> Text:
        return _SCALES[self]


_SCALES = {
    Scale.KRONER: Text("kr.", "kr."),
    Scale.THOUSANDS: Text("1.000 kr.", "1,000 kr."),
    Scale.MILLIONS: Text("mio. kr.", "m kr."),
}


class MoneyError(Exception):
    """Money that cannot be reckoned with; `sentence` says what is wrong, where, and what to do."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


class PriceLevelError(MoneyError):
    """Amounts of two price levels that were about to meet, or a price level that nobody has given an index for."""


@dataclass(frozen=True)
class Amount:
    """Beløb (amount): exact kroner, in the prices of the year `level` (p/l). Positive is spending, negative is income.

    TypeError for a float, which is not exact. Two amounts add only in the same price level: PriceLevelError otherwise.
    """

    kroner: Fraction
    level: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "kroner", exact(self.kroner))

    def __add__(self, other: Amount) -> Amount:
        return replace(self, kroner=self.kroner + self._comparable(other))

    def __sub__(self, other: Amount) -> Amount:
        return replace(self, kroner=self.kroner - self._comparable(other))

    def __neg__(self) -> Amount:
        return replace(self, kroner=-self.kroner)

    def __mul__(self, times: Number) -> Amount:
        return replace(self, kroner=self.kroner * exact(times))

    __rmul__ = __mul__

    def __truediv__(self, by: Number) -> Amount:
        return replace(self, kroner=self.kroner / exact(by))

    def __bool__(self) -> bool:
        return bool(self.kroner)

    def __lt__(self, other: Amount) -> bool:
        return self.kroner < self._comparable(other)

    def __le__(self, other: Amount) -> bool:
        return self.kroner <= self._comparable(other)

    def rounded(self, to: Scale | int = Scale.KRONER) -> Amount:
        """To whole multiples of `to` kroner, half up: 3,281,565 to thousands is 3,282,000."""
        return replace(self, kroner=half_up(self.kroner / to) * to)

    def __str__(self) -> str:
        return f"{int(self.rounded().kroner):,}".replace(",", ".") + f" kr. ({self.level} p/l)"

    def _comparable(self, other: Amount) -> Fraction:
        if self.level != other.level:
            raise PriceLevelError(sentence(
                "{one} og {other} kan ikke regnes sammen: de er i hver sit års priser. Omregn først det ene med en tabel over pris- og lønniveauer.",
                "{one} and {other} cannot be reckoned together: they are in different years' prices. First convert one with a table of price levels.",
                one=str(self), other=str(other)))  # fmt: skip
        return other.kroner


def exact(number: Number) -> Fraction:
    """The number as a fraction. TypeError for a float."""
    if isinstance(number, float):
        raise TypeError(f"money is exact: {number} is a float; use int, Fraction or Decimal")
    return Fraction(number)


def kroner(number: Number, level: int, scale: Scale = Scale.KRONER) -> Amount:
    """An amount that is stated in `scale`: kroner(13_130, 2016, Scale.THOUSANDS)."""
    return Amount(exact(number) * scale, level)


def total(amounts: Iterable[Amount], level: int) -> Amount:
    """Their sum, 0 of none. PriceLevelError when one of them is in another year's prices."""
    result = Amount(Fraction(0), level)
    for amount in amounts:
        result += amount
    return result
