"""Formulas: what follows for one fact from the prints of the others, as a sum that a reader can check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.rounding import half_up
from maaltal.core.tables.cells import Cell
from maaltal.core.tables.exact import Bound
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import HUNDRED, ZERO, Relation
from maaltal.core.text import Language


def number(value: Fraction, language: Language) -> str:
    """A number as the language writes it, with two decimals at most: 3.491 or 3,491; 252,5 or 252.5."""
    digits = f"{half_up(value, 2):,.2f}".rstrip("0").rstrip(".")
    swapped = digits.translate(str.maketrans(",.", ".,")) if language == "da" else digits
    return swapped.replace("-", "−")


@dataclass(frozen=True)
class Formula:
    """Regnestykke (formula): an arithmetic expression over printed numbers and its result."""

    write: Callable[[Callable[[Fraction], str]], str]
    result: Fraction

    def get(self, language: Language) -> str:
        def say(value: Fraction) -> str:
            return number(value, language)

        return f"{self.write(say)} = {say(self.result)}"

    def __str__(self) -> str:
        return self.get("da")


def printed(model: Model) -> dict[Fact, Fraction]:
    """Every fact's value as first printed."""
    return {fact: cells[0].value for fact, cells in model.cells_of.items()}


def formula(relation: Relation, fact: Fact, values: Mapping[Fact, Fraction]) -> Formula | None:
    """`fact` from the others in the relation; None where one of them is not printed."""
    others = [(other, c) for other, c in relation.terms if other is not fact]
    own = sum((c for other, c in relation.terms if other is fact), ZERO)
    if not own or any(other not in values for other, _ in others):
        return None
    numbers = [(values[other], -c / own) for other, c in others]
    result = sum((value * factor for value, factor in numbers), ZERO)
    return Formula(lambda say: _write(relation, numbers, say), result)


def _write(
    relation: Relation, numbers: list[tuple[Fraction, Fraction]], say: Callable[[Fraction], str]
) -> str:
    if relation.kind == "ratio" and len(numbers) == 1:
        value, factor = numbers[0]
        return (
            f"{say(value)} / {say(HUNDRED / factor)}" if factor < HUNDRED else f"{say(value)} · {say(factor)}"
        )
    if relation.kind == "mean" and len({factor for _, factor in numbers}) == 1 and numbers[0][1] < 1:
        return f"({' + '.join(say(value) for value, _ in numbers)}) / {len(numbers)}"
    return _signed(numbers, say)


def _signed(numbers: list[tuple[Fraction, Fraction]], say: Callable[[Fraction], str]) -> str:
    words = ""
    for value, factor in sorted(numbers, key=lambda pair: -pair[1]):
        sign = "−" if factor < 0 else "+"
        shown = say(value) if value >= 0 or not words else f"({say(value)})"
        shown = shown if abs(factor) == 1 else f"{say(abs(factor))} · {shown}"
        words += f" {sign} {shown}" if words else (f"−{shown}" if factor < 0 else shown)
    return words


def implied(relation: Relation, fact: Fact, model: Model) -> tuple[Bound, Bound]:
    """The interval that the relation leaves for `fact` when every other print in it is right."""
    own = sum((c for other, c in relation.terms if other is fact), ZERO)
    low, high = relation.low, relation.high
    for other, c in relation.terms:
        if other is fact:
            continue
        ends = _ends(model.cells_of.get(other, []), c)
        low = None if low is None or ends is None else low - ends[1]
        high = None if high is None or ends is None else high - ends[0]
    if not own:
        return None, None
    low, high = (None if low is None else low / own), (None if high is None else high / own)
    return (low, high) if own > 0 else (high, low)


def _ends(cells: list[Cell], coefficient: Fraction) -> tuple[Fraction, Fraction] | None:
    if not cells:
        return None
    low, high = (end * coefficient for end in cells[0].interval)
    return min(low, high), max(low, high)
