"""The fleksjob pool as a document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from maaltal.core.findings import Finding
from maaltal.core.text import Text
from maaltal.documents.document import Document
from maaltal.ground.pool import Asked, pool
from maaltal.ground.pool_document import pool_document
from maaltal.intake.keys import read_key
from maaltal.terminal.language import language


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


FOUND = Text("Kontrollisten har {count} fund.", "The control list has {count} findings.")


def tell(findings: Sequence[Finding]) -> None:
    """How many findings there are, on standard error too when the document itself goes into a file."""
    if findings:
        click.echo(FOUND.get(language()).format(count=len(findings)), err=True)
