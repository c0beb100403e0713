"""A budget proposal from its file, audited."""

from pathlib import Path

from maaltal.core.economics.amounts import Scale
from maaltal.ground.budget import Audited, audited_budget
from maaltal.intake.budget_file import Typed, read_budget


def budget_answer(file: Path, price_level: int | None, scale: str) -> Audited:
    """IntakeError or MoneyError, with one sentence, for a file that no proposal can be made of."""
    worth = Scale[scale.upper()]
    return audited_budget(read_budget(file, Typed(price_level, worth)), worth)
