"""Cells of the pool's tables."""

from __future__ import annotations

from fractions import Fraction

from maaltal.core.economics.drivers import plain
from maaltal.documents.tables import Cell


def whole(value: Fraction | int, strong: bool = False) -> Cell:
    return Cell(plain(Fraction(value)), "whole", strong)
