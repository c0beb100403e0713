"""How the rows of a file were dealt with."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """Every row is accepted, set aside (by the word that did it) or rejected; `rules` counts findings by rule code."""

    rows: int
    accepted: int
    set_aside: Mapping[str, int]
    rejected: int
    rules: Mapping[str, int]
    kept: int = 0
