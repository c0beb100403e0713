"""A figure to explain, with everything that it came about by, and how its exact value is written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.catalogue import Measure
from maaltal.core.counting import Counting
from maaltal.core.measures import Denominator
from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact, percent
from maaltal.core.schemes import Selection
from maaltal.core.text import Sentence, sentence
from maaltal.documents.hiding import Hides


@dataclass(frozen=True)
class Below:
    """A unit right below, and what it has of the figure."""

    unit: Unit
    runs: int
    days: int
    value: Exact


@dataclass(frozen=True)
class Explained:
    """Everything that a figure came about by. `divided_by` is days; `by_definition` is the slow second opinion.

    `hides` are figures that the reader may not see; only those who may see all of the unit see it `in_steps`. `below`
    are not `all_below` when the reader may not see some of them.
    """

    unit: Unit
    period: Period
    selection: Selection
    measure: Measure
    denominator: Denominator
    divided_by: int
    counting: Counting
    value: Exact
    by_definition: Exact
    target: int | None
    fulfilment: Fraction | None
    below: tuple[Below, ...]
    hides: Hides = ()
    in_steps: bool = True
    all_below: bool = True

    @property
    def agrees(self) -> bool:
        return self.value == self.by_definition


def spelled_out(value: Exact) -> Sentence:
    """An exact value as a fraction and with decimals: 3745/366 = 10,23."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return sentence("{value}", "{value}", value=int(exact))
    return sentence("{fraction} = {decimals}", "{fraction} = {decimals}", fraction=str(exact), decimals=exact)


def as_percent(share: Fraction) -> Sentence:
    return sentence(
        "{exact} pct., trykt {printed} pct.", "{exact} per cent, printed {printed} per cent",
        exact=share * 100, printed=percent(share),
    )  # fmt: skip
