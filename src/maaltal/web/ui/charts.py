"""Charts as numbers for an inline SVG: presenters make them, the templates draw them, a table always stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, repeat
from operator import mul

type Value = int | float | Fraction | None

WIDTH, HEIGHT = 600, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 12, 28
STEPS = 5


@dataclass(frozen=True)
class Bullet:
    """Status against target. Lengths are in a box 300 wide; `shown_...` are the words beside it."""

    title: str
    bar: int
    mark: int
    reached: bool
    shown_value: str
    shown_target: str
    shown_percent: str


def bullet(
    title: str, *, value: Value, target: Value, shown_value: str, shown_target: str, shown_percent: str,
    top: float = 0,
) -> Bullet:  # fmt: skip
    """The box ends at `top` times the target: bullets that are compared share it (`common_top`), and their marks stand alike."""
    share = _share(value, target)
    end = top or common_top([(value, target)])
    bar, mark = round(300 * min(share, end) / end), round(300 / end)
    return Bullet(title, bar, mark, share >= 1, shown_value, shown_target, shown_percent)


def common_top(pairs: Iterable[tuple[Value, Value]]) -> float:
    """A tenth beyond the largest of the shares (value, target). Beyond three times the target bars are cut off."""
    return 1.1 * min(max([1.0, *(_share(value, target) for value, target in pairs)]), 3.0)


def _share(value: Value, target: Value) -> float:
    return float(value or 0) / float(target) if target else 0.0


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    label: str
    shown: str


@dataclass(frozen=True)
class Trend:
    """A line over time against another, both drawn as paths; `points` also fill the table beside it."""

    title: str
    path: str
    target_path: str
    points: tuple[Point, ...]
    labels: tuple[Point, ...]
    ticks: tuple[tuple[float, int], ...]
    rows: tuple[tuple[str, str, str], ...]
    left: int = LEFT
    width: int = WIDTH
    height: int = HEIGHT


def trend(
    title: str, values: Sequence[tuple[str, Value]], target: Sequence[Value] = (), shown: Sequence[str] = ()
) -> Trend:
    """Months without a value leave a gap. `shown` are the values in words, for the table; else they are written plainly."""
    known = [float(v) for v in (*(v for _, v in values), *target) if v is not None] or [0.0]
    low, high = scale(min(known), max(known))
    words = list(shown) or ["" if value is None else str(value) for _, value in values]
    xs = [_x(n, len(values)) for n in range(len(values))]
    points = [
        Point(x, _y(float(value), low, high), label, word)
        for x, (label, value), word in zip(xs, values, words, strict=True) if value is not None
    ]  # fmt: skip
    goals = [
        (_x(n, len(values)), None if v is None else _y(float(v), low, high)) for n, v in enumerate(target)
    ]
    line = [(x, None if v is None else _y(float(v), low, high)) for x, (_, v) in zip(xs, values, strict=True)]
    targets = ["" if v is None else str(v) for v in target] or [""] * len(values)
    return Trend(
        title, path_of(line), path_of(goals), tuple(points),
        tuple(Point(x, HEIGHT - 8, label, "") for x, (label, _) in zip(xs, values, strict=True)),
        tuple((_y(tick, low, high), tick) for tick in ticks(low, high)),
        tuple(zip((label for label, _ in values), words, targets, strict=True)),
    )  # fmt: skip


def scale(low: float, high: float) -> tuple[int, int]:
    """Round ends around the values; from zero when that is near. 913 is drawn on a scale up to 1,000, not 2,000."""
    step = _step(high if low < high / 2 else high - low)
    bottom = 0 if low < high / 2 else int(low // step * step)
    return bottom, max(int(-(-high // step) * step), bottom + 1)


def ticks(low: int, high: int) -> tuple[int, ...]:
    """Round numbers from end to end, about four steps of them."""
    return tuple(range(low, high + 1, _step(high - low)))


def _step(span: float) -> int:
    """The least of 1, 2, 5, 10, 20, 50, ... that takes at most five steps over the span."""
    steps = (digit * power for power in accumulate(repeat(10), mul, initial=1) for digit in (1, 2, 5))
    return next(step for step in steps if step * STEPS >= span)


def path_of(points: Sequence[tuple[float, float | None]]) -> str:
    """An SVG path that is lifted over the gaps."""
    parts, down = [], False
    for x, y in points:
        if y is not None:
            parts.append(f"{'L' if down else 'M'}{x:.1f} {y:.1f}")
        down = y is not None
    return " ".join(parts)


def _x(number: int, count: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * ((number + 0.5) / max(count, 1))


def _y(value: float, low: int, high: int) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low))
