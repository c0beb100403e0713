"""Relations: what must hold between facts, each as low <= sum of coefficient * fact <= high."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from maaltal.core.tables.cells import Cell
from maaltal.core.tables.facts import Fact
from maaltal.core.text import Text

type Kind = Literal["sum", "ratio", "mean", "weighted"]
ZERO, HALF, ONE, HUNDRED = Fraction(0), Fraction(1, 2), Fraction(1), Fraction(100)


@dataclass(frozen=True, eq=False)
class Relation:
    """Sammenhæng (relation) between facts: its name in words, and a linear inequality; a bound of None is no bound.

    The first term is the whole, the rest its parts. It holds only if the cells it `needs` are right: their printed
    values are its coefficients. `cost` is what it costs to say that the relation itself is broken; None: it cannot be.
    """

    kind: Kind
    title: Text
    terms: tuple[tuple[Fact, Fraction], ...]
    low: Fraction | None = ZERO
    high: Fraction | None = ZERO
    needs: tuple[Cell, ...] = ()
    cost: int | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for fact, _ in self.terms)

    def allows(self, values: Mapping[Fact, Fraction]) -> bool:
        sum_ = sum((coefficient * values[fact] for fact, coefficient in self.terms), ZERO)
        return (self.low is None or self.low <= sum_) and (self.high is None or sum_ <= self.high)


def total(
    parts: Sequence[Fact], whole: Fact, title: Text, slack: Fraction = ZERO, cost: int | None = None
) -> Relation:
    """Sum (sum): the parts add up to the whole, or come within `slack` of it."""
    return Relation("sum", title, ((whole, -ONE), *((part, ONE) for part in parts)), -slack, slack, (), cost)


def percentage_as_printed(part: Fact, whole: Fact, printed: Cell, title: Text) -> tuple[Relation, ...]:
    """Procent (percentage): with p as printed, (p - unit/2) whole <= 100 part <= (p + unit/2) whole."""
    low, high = printed.value - printed.unit / 2, printed.value + printed.unit / 2
    return (
        Relation("ratio", title, ((part, HUNDRED), (whole, -low)), ZERO, None, (printed,)),
        Relation("ratio", title, ((part, HUNDRED), (whole, -high)), None, ZERO, (printed,)),
    )


def percentage_of_printed(
    percentage: Fact, part: Fact, base: Cell, title: Text, rounding: Fraction = ZERO
) -> tuple[Relation, ...]:
    """Procent af det trykte måltal (percentage of the target as printed): base * percentage = 100 part.

    `rounding` is the unit of a percentage that is itself a rounded number (as the mean of rounded ones takes them).
    """
    slack = base.value * rounding / 2
    return (Relation("ratio", title, ((percentage, -base.value), (part, HUNDRED)), -slack, slack, (base,)),)


def percentage_of_unrounded(
    percentage: Fact, part: Fact, base: Cell, title: Text, rounding: Fraction = ZERO
) -> tuple[Relation, ...]:
    """The same when the target that was used need not be whole: it lies somewhere in the printed one's rounding interval."""
    least, most, slack = base.value - base.unit / 2, base.value + base.unit / 2, rounding / 2
    return (
        Relation("ratio", title, ((percentage, -least), (part, HUNDRED)), -least * slack, None, (base,)),
        Relation("ratio", title, ((percentage, -most), (part, HUNDRED)), None, most * slack, (base,)),
    )


@dataclass(frozen=True)
class Quotient:
    """Brøk (quotient): percentage = 100 part / base, up to half of `rounding`.

    Only the printed percentage or the printed base make it linear. Where both are set aside, it is checked by intervals.
    """

    percentage: Fact
    part: Fact
    base: Fact
    rounding: Fraction = ZERO


def mean(parts: Sequence[Fact], whole: Fact, title: Text) -> Relation:
    """Simpelt gennemsnit (plain mean) of percentages."""
    terms = ((whole, -Fraction(len(parts))), *((part, ONE) for part in parts))
    return Relation("mean", title, terms)


def weighted_mean(parts: Sequence[Fact], weights: Sequence[Cell], whole: Fact, title: Text) -> Relation:
    """Vægtet gennemsnit (weighted mean) of percentages, each weighing as the printed figures in `weights` do."""
    sum_ = sum((cell.value for cell in weights), ZERO)
    terms = ((part, cell.value) for part, cell in zip(parts, weights, strict=True))
    return Relation("weighted", title, ((whole, -sum_), *terms), needs=tuple(weights))
