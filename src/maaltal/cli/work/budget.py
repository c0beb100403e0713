"""A budget proposal from its file, audited."""

from collections.abc import Sequence
from pathlib import Path

import click

from maaltal.core.economics.amounts import Scale
from maaltal.core.economics.budget_checks import Found
from maaltal.definitions import load_municipality
from maaltal.documents.numbers import show
from maaltal.ground.budget import Audited, audited_budget
from maaltal.ground.scenario_cost import more_jobs
from maaltal.intake.budget_file import Typed, read_budget
from maaltal.terminal.language import language


def budget_answer(file: Path, price_level: int | None, scale: str, municipality: str) -> Audited:
    """IntakeError, MoneyError or GroundError, with one sentence, for a file that no proposal can be made of."""
    worth = Scale[scale.upper()]

    def more(changes: Sequence[str], year: int) -> int:
        return more_jobs(load_municipality(municipality), changes, year)

    return audited_budget(read_budget(file, Typed(price_level, worth, more)), worth)


def tell(found: Sequence[Found]) -> None:
    """What is wrong, on standard error too when the proposal itself goes into a file."""
    for rule, said in found:
        title = rule.title.get(language())
        click.echo(f"{title}: {said.render(language(), show)}", err=True)
