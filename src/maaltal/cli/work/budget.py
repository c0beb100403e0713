"""A budget proposal from its file, audited."""

from collections.abc import Sequence
from pathlib import Path

import click

from maaltal.cli.language import language
from maaltal.core.economics.amounts import Scale
from maaltal.core.economics.budget_checks import Found
from maaltal.documents.numbers import show
from maaltal.ground.budget import Audited, audited_budget
from maaltal.intake.budget_file import Typed, read_budget


def budget_answer(file: Path, price_level: int | None, scale: str) -> Audited:
    """IntakeError or MoneyError, with one sentence, for a file that no proposal can be made of."""
    worth = Scale[scale.upper()]
    return audited_budget(read_budget(file, Typed(price_level, worth)), worth)


def tell(found: Sequence[Found]) -> None:
    """What is wrong, on standard error too when the proposal itself goes into a file."""
    for rule, said in found:
        title = rule.title.get(language())
        click.echo(f"{title}: {said.render(language(), show)}", err=True)
