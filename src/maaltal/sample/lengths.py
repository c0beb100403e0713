"""Lengths of spells: random, within bounds, and with an exact total."""

import numpy as np

from maaltal.sample.rows import Floats, Whole

STEPS = 60


def fit(weights: Floats, caps: Whole, total: int) -> Whole:
    """Whole lengths from 1 to `caps`, about in proportion to `weights`, that add up to `total`.

    ValueError when no such lengths exist.
    """
    if not len(weights) <= total <= int(caps.sum()):
        raise ValueError(
            f"{total} days do not fit into {len(weights)} spells of at most {int(caps.sum())} in all"
        )
    low, high = 0.0, float((caps / weights).max(initial=1.0))
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if np.clip(weights * middle, 1, caps).sum() < total else (low, middle)
    exact = np.clip(weights * high, 1, caps)
    lengths = np.floor(exact).astype(np.int64)
    wanting = np.argsort(lengths - exact, kind="stable")[: total - int(lengths.sum())]
    lengths[wanting] += 1
    return lengths
