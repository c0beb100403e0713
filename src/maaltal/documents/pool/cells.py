"""Cells of the pool's tables."""

from __future__ import annotations

from fractions import Fraction

from maaltal.core.rounding import tidy
from maaltal.documents.tables import Cell


def whole(value: Fraction | int, strong: bool = False) -> Cell:
    return Cell(tidy(Fraction(value)), "whole", strong)
