"""The fleksjob pool as a document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from maaltal.cli.language import language
from maaltal.core.findings import Finding
from maaltal.core.text import Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.pool import account_table, contributions_table, control_table, follow_up_table
from maaltal.ground.pool import Asked, Pool, pool
from maaltal.intake.keys import read_key


@dataclass(frozen=True)
class Answer:
    """The document, and what the control list holds."""

    document: Document
    findings: tuple[Finding, ...]
    has_errors: bool


def pool_answer(asked: Asked, key_file: Path | None, job_cost: Fraction | None) -> Answer:
    """Refusal, IntakeError or MoneyError, with one sentence, for files that no pool can be made of."""
    made = pool(asked, read_key(key_file, os.environ))
    return Answer(pool_document(made, job_cost), made.findings, made.has_errors)


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


FOUND = Text("Kontrollisten har {count} fund.", "The control list has {count} findings.")


def tell(findings: Sequence[Finding]) -> None:
    """How many findings there are, on standard error too when the document itself goes into a file."""
    if findings:
        click.echo(FOUND.get(language()).format(count=len(findings)), err=True)
