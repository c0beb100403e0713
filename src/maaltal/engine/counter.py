"""Runs `count` over batches of rows: as plain Python for few, compiled for many."""

from __future__ import annotations

import numpy as np

from maaltal.engine import cube as cubes
from maaltal.engine.count import Ledger, Rows, count
from maaltal.engine.plan import Layout, plan

COMPILE_FROM = 100_000
"""Rows. Below it numba takes longer to load than plain Python to count; `python -m bench engine` shows where they meet."""


class Counter:
    """Counts batches into one cube. A person's rows may lie in several batches, in counting order.

    It is a class because plan and ledger live from batch to batch, as lists until a large batch comes.
    """

    def __init__(self, layout: Layout, compile_from: int = COMPILE_FROM) -> None:
        places, slots, _, _ = layout.shape
        self.cube = cubes.empty(layout)
        self.compile_from = compile_from
        self._plan = plan(layout)
        memories = ([0] * spots for spots in (places * slots, *[layout.run_spots] * 5))
        self._ledger = Ledger(self.cube.reshape(-1), *memories)
        self._compiled = False

    def add(self, rows: Rows) -> None:
        """Count one batch, given as lists or arrays."""
        if self._compiled or len(rows.first) >= self.compile_from:
            from maaltal.engine.compiled import arrays, compiled_count  # noqa: PLC0415 (numba is slow to import)

            if not self._compiled:
                self._plan, self._ledger, self._compiled = arrays(self._plan), arrays(self._ledger), True
            compiled_count()(arrays(rows), self._plan, self._ledger)
        else:
            count(lists(rows), self._plan, self._ledger)


def lists(rows: Rows) -> Rows:
    """Python's own numbers: faster than numpy's one at a time, and they cannot overflow."""
    return Rows(*(column.tolist() if isinstance(column, np.ndarray) else column for column in rows))
