"""The text of `count`, compiled by numba. The machine code is kept beside the source, so only the first run waits."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numba
import numpy as np
from numba.extending import register_jitable

from maaltal.engine import count


@cache
def compiled_count() -> Callable[[Any, Any, Any, Any], None]:
    for part in count.PARTS:
        register_jitable(part)
    compiled: Callable[[Any, Any, Any, Any], None] = numba.njit(cache=True, nogil=True)(count.count)
    return compiled


def arrays[T: tuple[Any, ...]](columns: T) -> T:
    """The same named tuple with arrays where lists stand."""
    return type(columns)(*(np.asarray(column, np.int64) if isinstance(column, list) else column for column in columns))
