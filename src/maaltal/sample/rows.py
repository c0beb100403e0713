"""Rows of the made-up register: one numpy record for each spell or registration, days as proleptic ordinals."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maaltal.core.schemes import FLEKSJOB

SCHEMES = ("loentilskud", "virksomhedspraktik", "nytteindsats", "smaajob", FLEKSJOB, "ordinary")
"""A row's scheme is a place in here; the last is ordinary employment, which payroll holds as well."""
PLACEMENTS = 4
"""So many of the schemes are placements, told by the job centre; the rest are employments, told by payroll."""
ORDINARY = SCHEMES.index("ordinary")

ROW = np.dtype([
    ("person", "i4"), ("scheme", "i1"), ("place", "i4"), ("began", "i4"), ("ended", "i4"), ("hours", "i4"),
    ("retention", "?"), ("excluded", "?"),
])  # fmt: skip
"""`ended` is the true last day, even after the sample's last day; `hours` in hundredths, or UNKNOWN_HOURS."""
UNKNOWN_HOURS = -1

type Rows = NDArray[np.void]
type Whole = NDArray[np.int64]
type Floats = NDArray[np.float64]
type Flags = NDArray[np.bool_]


def blank(number: int, scheme: str) -> Rows:
    rows = np.zeros(number, ROW)
    rows["scheme"] = SCHEMES.index(scheme)
    return rows


def join(*parts: Rows) -> Rows:
    return np.concatenate([np.zeros(0, ROW), *parts])


def touching(rows: Rows, first: date, last: date) -> Rows:
    """The rows with at least one day from `first` to `last`."""
    return rows[(rows["began"] <= last.toordinal()) & (rows["ended"] >= first.toordinal())]


def table(**columns: Any) -> Rows:
    """Rows from columns of equal length."""
    rows = np.zeros(len(next(iter(columns.values()))), ROW)
    for name, values in columns.items():
        rows[name] = values
    return rows
