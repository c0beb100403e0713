"""Validated spells become measurements: every unit, selection and month in one pass."""

from maaltal.engine.answer import Figures
from maaltal.engine.once import figures

__all__ = ["Figures", "figures"]
