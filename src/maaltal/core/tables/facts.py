"""Facts: what the figures of a table are about."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from maaltal.core.text import Text

type Nature = Literal["count", "real"]


@dataclass(frozen=True, eq=False)
class Fact:
    """Størrelse (fact): something with one true value, whole where it is a `count`. `least` None: it may be negative."""

    name: str
    label: Text
    nature: Nature = "real"
    least: Fraction | None = Fraction(0)
