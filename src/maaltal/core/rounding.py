"""Printed rounding: exact numbers become printed ones here, once, half up."""

from fractions import Fraction

type Exact = int | Fraction


def half_up(value: Exact, decimals: int = 0) -> Fraction:
    """Round half up: 78.5 -> 79, and 0.45 -> 0.5 with one decimal.

    Python's own `round` rounds halves to even and would print 78. Negative halves round
    towards zero's other side too (-0.5 -> 0), so that rounding commutes with adding whole numbers.
    """
    scale = 10**decimals
    return Fraction((2 * value * scale + 1) // 2, scale)


def whole(value: Exact) -> int:
    """`half_up` to a whole number."""
    return int(half_up(value))


def percent(share: Exact) -> int:
    """A share as whole per cent: 0.665 -> 67."""
    return whole(share * 100)


def decimal(value: Exact) -> str:
    """With six decimals at most, a decimal point and no needless zeros: 0.366, 12."""
    return f"{half_up(value, 6):.6f}".rstrip("0").rstrip(".")


def tidy(value: Fraction) -> Exact:
    """A whole number as one, so that it is shown without decimals."""
    return int(value) if value.denominator == 1 else value
