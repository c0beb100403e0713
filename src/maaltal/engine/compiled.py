"""The text of `count`, compiled by numba. The machine code is kept beside the source, so only the first run waits."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numba
import numpy as np
from numba.extending import register_jitable

from maaltal.engine import count

# Nothing is allocated while counting, so arrays need not be counted as they go from function to function:
# four times as fast. Put into one, the parts are three times as fast again: their arguments are many.
WHOLE: dict[str, Any] = {"nogil": True, "cache": True, "_nrt": False}
PART: dict[str, Any] = {"forceinline": True, "_nrt": False}


@cache
def compiled_count() -> Callable[[Any, Any, Any], None]:
    """`count.count` for arrays of whole numbers."""
    for part in count.PARTS:
        register_jitable(**PART)(part)
    compiled: Callable[[Any, Any, Any], None] = numba.njit(**WHOLE)(count.count)
    return compiled


def arrays[T: tuple[Any, ...]](columns: T) -> T:
    """The same named tuple with arrays where lists stand. Rows are made read-only, or numba would compile for both."""
    if isinstance(columns, count.Rows):
        return type(columns)(*map(_frozen, columns, count.ROW_TYPES))
    return type(columns)(
        *(np.array(column, "int64") if isinstance(column, list) else column for column in columns)
    )


def _frozen(column: Any, kind: str) -> Any:
    view = np.asarray(column, kind).view()
    view.flags.writeable = False
    return view
