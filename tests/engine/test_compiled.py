"""The compiled count gives the very same cube as the plain one."""

import subprocess
import sys
from pathlib import Path

import numpy as np

from maaltal.engine import cube as cubes
from maaltal.engine.count import Rows
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout, make_layout
from maaltal.engine.rows import rows_of
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS


def counted(layout: Layout, batches: list[Rows], compile_from: int) -> cubes.Cube:
    counter = Counter(layout, compile_from)
    for rows in batches:
        counter.add(rows)
    return counter.total()


def compare(spells: int) -> None:
    """Twenty thousand rows, counted plainly, compiled, and in two batches of which only the second is large."""
    layout = make_layout(random_register.organisation(3), SELECTIONS, TWO_YEARS)
    rows = rows_of(random_register.spells(4, spells), layout)
    cut = rows.person.index(rows.person[spells // 3])
    halves = [Rows(*(column[:cut] for column in rows)), Rows(*(column[cut:] for column in rows))]
    plain = counted(layout, [rows], compile_from=sys.maxsize)
    assert plain.any()
    assert np.array_equal(plain, counted(layout, [rows], compile_from=0))
    assert np.array_equal(plain, counted(layout, halves, compile_from=spells // 2))


def test_compiled_and_plain_give_one_cube() -> None:
    compare(20_000)


def test_no_index_is_out_of_bounds(tmp_path: Path) -> None:
    """Compiled code does not look where it writes, unless it is told to when it is compiled."""
    subprocess.run(
        [sys.executable, "-c", "from tests.engine.test_compiled import compare; compare(3000)"],
        env={"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        check=True,
        timeout=300,
    )
