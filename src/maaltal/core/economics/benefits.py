"""What the state's rules give a person in a fleksjob a month, and what the state pays the municipality back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from maaltal.core.economics.rates import Rate, RateBook
from maaltal.core.text import sentence

ZERO = Fraction(0)
FULL_TIME = 37
WEEKS = 52
LADDER = "refusion-from-week-"
LAST_STEP = f"{LADDER}53"


@dataclass(frozen=True)
class Reckoned:
    """A result (kr. a month, or a share) with the rates that it stands on."""

    value: Fraction
    rates: tuple[Rate, ...]


def supplement(pay: Fraction, full_time_pay: Fraction, book: RateBook, day: date) -> Reckoned:
    """Fleksløntilskud (fleksjob supplement): kr. a month at `pay`, which includes both sides' pension.

    98 pct. of the highest dagpenge, less 30 pct. of the pay up to a threshold and 55 pct. above it; supplement and pay
    together never exceed the full-time pay of the post. Source: LAB § 123.
    """
    base = _base(book, day)
    below, above = book.on("supplement-reduction", day), book.on("supplement-reduction-above", day)
    threshold = _threshold(pay, book, day)
    over = max(pay - threshold.value, ZERO)
    reduced = base.value - below.value * (pay - over) - above.value * over
    value = max(ZERO, min(reduced, full_time_pay - pay))
    return Reckoned(value, (*base.rates, below, *((above,) if over else ()), threshold))


def contribution(pay: Fraction, refusion: Fraction, book: RateBook, day: date) -> Reckoned:
    """Fleksbidrag (fleksjob contribution): kr. a month from the state at `pay` without pension, where refusion is 20 pct.

    `most_contribution`, less 20 pct. of the pay. The law rounds each month to whole kroner, a plan of averages does not.
    Source: the financing act § 7.
    """
    most, reduction = most_contribution(refusion, book, day), book.on("contribution-reduction", day)
    return Reckoned(max(ZERO, most.value - reduction.value * pay), (*most.rates, reduction))


def most_contribution(refusion: Fraction, book: RateBook, day: date) -> Reckoned:
    """30 pct. of (98 pct. of the highest dagpenge less `refusion`, kr. a month), and at most a cap."""
    base = _base(book, day)
    share, cap = book.on("contribution-share", day), book.on("contribution-cap", day)
    return Reckoned(min(share.value * (base.value - refusion), cap.value), (*base.rates, share, cap))


def unemployed(book: RateBook, day: date) -> Reckoned:
    """Ledighedsydelse (benefit between fleksjobs): kr. a month at the high rate. Source: aktivloven ch. 7."""
    dagpenge, share = book.on("highest-dagpenge", day), book.on("unemployed-share", day)
    return Reckoned(dagpenge.value * share.value, (dagpenge, share))


def refusion(weeks_before: int, book: RateBook, day: date) -> Reckoned:
    """Refusion (refusion): the state's average share of a benefit over the 52 weeks after `weeks_before` on public support.

    Source: the financing act § 5: 80, 40, 30 and 20 pct.
    """
    steps = _steps(book, day)
    each = [_step(week, steps) for week in range(weeks_before + 1, weeks_before + WEEKS + 1)]
    used = tuple(dict.fromkeys(each))
    return Reckoned(sum((rate.value for rate in each), ZERO) / WEEKS, used)


def weeks_on_last_step(weeks_before: int) -> int:
    """How many of the next 52 weeks the lowest refusion holds for, and so the fleksbidrag."""
    last = int(LAST_STEP.removeprefix(LADDER))
    return sum(week >= last for week in range(weeks_before + 1, weeks_before + WEEKS + 1))


def _base(book: RateBook, day: date) -> Reckoned:
    dagpenge, share = book.on("highest-dagpenge", day), book.on("supplement-base", day)
    return Reckoned(dagpenge.value * share.value, (dagpenge, share))


def _threshold(pay: Fraction, book: RateBook, day: date) -> Rate:
    """The day's; or an earlier one that the pay does not pass either, for it has only ever been raised."""
    earlier = book.before("supplement-threshold", day)
    if earlier is None or earlier.holds_on(day) or pay > earlier.value:
        return book.on("supplement-threshold", day)
    return replace(earlier, remark=sentence(
        "dagens grænse er højere og kendes ikke, men lønnen når ikke engang denne",
        "the day's threshold is higher and not known, but the pay does not even reach this one"))  # fmt: skip


def _steps(book: RateBook, day: date) -> dict[int, Rate]:
    return {int(code.removeprefix(LADDER)): book.on(code, day) for code in book.codes(LADDER)}


def _step(week: int, steps: dict[int, Rate]) -> Rate:
    return steps[max(first for first in steps if first <= week)]
