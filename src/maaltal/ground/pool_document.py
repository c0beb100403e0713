"""The fleksjob pool as a document."""

from __future__ import annotations

from fractions import Fraction

from maaltal.core.text import sentence
from maaltal.documents.document import Document
from maaltal.documents.pool.account import account_table
from maaltal.documents.pool.contributions import contributions_table
from maaltal.documents.pool.control import control_table
from maaltal.documents.pool.follow_up import follow_up_table
from maaltal.ground.pool import Pool


def pool_document(made: Pool, job_cost: Fraction | None) -> Document:
    """Contributions by year and the account; with applications also the follow-up and the control list."""
    tables = [
        *(contributions_table(each, made.rules[year], job_cost) for year, each in made.contributed.items()),
        account_table(made.balances),
    ]
    if made.applications:
        tables.append(follow_up_table(made.applications, made.payments, made.employments))
    if made.applications or made.findings:
        tables.append(control_table(made.findings))
    years = list(made.contributed)
    title = sentence("Fleksjobpuljen {years}", "The fleksjob pool {years}", years=_span(years[0], years[-1]))
    return Document(title, tuple(tables))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
