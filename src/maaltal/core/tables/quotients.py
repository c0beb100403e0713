"""Quotients that no print makes linear: whether three ranges leave room for percentage = 100 part / base."""

from fractions import Fraction
from math import ceil, floor

from maaltal.core.tables.exact import Bound
from maaltal.core.tables.relations import HUNDRED, Quotient

type Range = tuple[Bound, Bound]
MOST_TRIED = 2000
"""Whole bases in longer ranges are not tried one by one: among so many, one fits."""


def can_divide(quotient: Quotient, percentage: Range, part: Range, base: Range) -> bool:
    """Whether some base in its range (a whole one, if it is a count) gives a percentage in its own."""
    low, high = base
    if quotient.base.nature != "count" or low is None or high is None or high - low > MOST_TRIED:
        return _meets(quotient, percentage, part, base)
    wholes = range(max(ceil(low), 0), floor(high) + 1)
    return any(_meets(quotient, percentage, part, (Fraction(whole), Fraction(whole))) for whole in wholes)


def _meets(quotient: Quotient, percentage: Range, part: Range, base: Range) -> bool:
    half = quotient.rounding / 2
    least = None if part[0] is None or not base[1] else HUNDRED * part[0] / base[1] - half
    most = None if part[1] is None or not base[0] else HUNDRED * part[1] / base[0] + half
    low = max((end for end in (least, percentage[0]) if end is not None), default=None)
    high = min((end for end in (most, percentage[1]) if end is not None), default=None)
    if low is None or high is None:
        return True
    return ceil(low) <= floor(high) if quotient.percentage.nature == "count" else low <= high
