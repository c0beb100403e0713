"""Runs `count` over batches of rows: as plain Python for few, compiled and on several threads for many."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np

from maaltal.engine import cube as cubes
from maaltal.engine.count import Ledger, Rows, count
from maaltal.engine.plan import Layout, plan

COMPILE_FROM = 50_000
"""Rows. Below it numba takes longer to load than plain Python to count; `python -m bench engine` shows where they meet."""

CUBES_AT_MOST = 1 << 29
"""Bytes. Each thread counts into a cube of its own, as long as they take no more together."""


class Counter:
    """Counts batches into one cube. No person may lie in two batches.

    It is a class because plan and ledgers live from batch to batch, as lists until a large batch comes.
    """

    def __init__(self, layout: Layout, compile_from: int = COMPILE_FROM) -> None:
        self._layout = layout
        self._compile_from = compile_from
        self._plan = plan(layout)
        self._cubes = [cubes.empty(layout)]
        self._ledgers = [self._ledger(self._cubes[0])]
        self._compiled = False

    def add(self, rows: Rows) -> None:
        """Count one batch, given as lists or arrays."""
        if self._compiled or len(rows.first) >= self._compile_from:
            self._add_compiled(rows)
        else:
            count(lists(rows), self._plan, self._ledgers[0])

    def total(self) -> cubes.Cube:
        """The cube of everything counted, unfinished. It is the counter's own no longer: call it once, last."""
        first, *others = self._cubes
        for other in others:
            first += other
        return first

    def _add_compiled(self, rows: Rows) -> None:
        from maaltal.engine.compiled import arrays, compiled_count  # noqa: PLC0415 (numba is slow to import)

        if not self._compiled:
            self._cubes += [cubes.empty(self._layout) for _ in range(1, threads(self._cubes[0]))]
            self._ledgers += map(self._ledger, self._cubes[1:])
            self._plan, self._ledgers = arrays(self._plan), [arrays(ledger) for ledger in self._ledgers]
            self._compiled = True
        shares = shared_out(arrays(rows), len(self._ledgers))
        with ThreadPoolExecutor(len(shares)) as pool:
            list(pool.map(compiled_count(), shares, [self._plan] * len(shares), self._ledgers))

    def _ledger(self, cube: cubes.Cube) -> Ledger:
        places, slots, _, _ = self._layout.shape
        memories = ([0] * spots for spots in (places * slots, *[self._layout.run_spots] * 5))
        return Ledger(cube.reshape(-1), *memories)


def threads(cube: cubes.Cube) -> int:
    return max(1, min(os.process_cpu_count() or 1, CUBES_AT_MOST // cube.nbytes))


def shared_out(rows: Rows, shares: int) -> list[Rows]:
    """About equal shares of the rows, none of them with another's person; fewer where there are few persons."""
    person = rows.person
    wanted = [person[len(person) * n // shares] for n in range(1, shares)] if len(person) else []
    cuts = sorted({0, len(person), *np.searchsorted(person, wanted).tolist()})
    return [Rows(*(column[a:b] for column in rows)) for a, b in pairwise(cuts)] or [rows]


def lists(rows: Rows) -> Rows:
    """Python's own numbers: faster than numpy's one at a time, and they cannot overflow."""
    return Rows(*(column.tolist() if isinstance(column, np.ndarray) else column for column in rows))
