"""Notes made and written, as the options say."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from maaltal.cli.language import language
from maaltal.core.text import Language, sentence
from maaltal.documents.notes.template import own_template
from maaltal.documents.numbers import show
from maaltal.ground.ground import ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way, publish


def write_notes(  # noqa: PLR0913 (an argument for each option that the notes share)
    asked: Sequence[Asked], *, out: Path, formats: tuple[str, ...], template: Path | None, word_template: Path | None,
    tongue: Language | None, day: date | None, facts: tuple[tuple[str, str], ...], replace: bool, despite_findings: bool,
    as_known: date | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    """All of them or none. GroundError or TemplateError says why not."""
    stands_on = ground(store, municipality, as_known)
    said = own_template(template) if template else None
    notes = [make(stands_on, _dated(one, day, facts), tongue or language(), said) for one in asked]
    for path in publish(notes, Way(out, formats, word_template, replace, despite_findings)):
        click.echo(sentence("Skrevet: {path}", "Written: {path}", path=path).render(language(), show))


def _dated(asked: Asked, day: date | None, facts: tuple[tuple[str, str], ...]) -> Asked:
    return dataclasses.replace(asked, day=day, facts=facts)
