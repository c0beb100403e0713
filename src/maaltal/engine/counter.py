"""Runs `count` over batches of rows: as plain Python for few, compiled for many."""

from __future__ import annotations

from maaltal.engine import cube as cubes
from maaltal.engine.count import Memory, Rows, count
from maaltal.engine.plan import Layout, plan

COMPILE_FROM = 100_000
"""Rows. Below it numba takes longer to load than plain Python to count; `python -m bench engine` shows where they meet."""


class Counter:
    """Counts batches into one cube. A person's rows may lie in several batches, in counting order.

    It is a class because plan and memory live from batch to batch, as lists until a large batch comes.
    """

    def __init__(self, layout: Layout, compile_from: int = COMPILE_FROM) -> None:
        places, slots, _, _ = layout.shape
        self.cube = cubes.empty(layout)
        self.compile_from = compile_from
        self._flat = self.cube.reshape(-1)
        self._plan = plan(layout)
        self._memory = Memory([0] * (places * slots), *([0] * layout.run_spots for _ in range(4)))
        self._compiled = False

    def add(self, rows: Rows) -> None:
        """Count one batch, given as lists or arrays."""
        if self._compiled or len(rows.first) >= self.compile_from:
            from maaltal.engine.compiled import arrays, compiled_count  # noqa: PLC0415 (numba is slow to import)

            if not self._compiled:
                self._plan, self._memory, self._compiled = arrays(self._plan), arrays(self._memory), True
            compiled_count()(arrays(rows), self._plan, self._memory, self._flat)
        else:
            count(rows, self._plan, self._memory, self._flat)
