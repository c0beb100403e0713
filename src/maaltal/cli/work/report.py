"""Notes made and written, as the options say."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.core.text import Language, Sentence, sentence
from maaltal.definitions import load_municipality
from maaltal.documents.notes.template import own_template
from maaltal.documents.numbers import show
from maaltal.ground.ground import ground
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way, publish
from maaltal.terminal.language import language


def write_notes(  # noqa: PLR0913 (an argument for each option that the notes share)
    asked: Sequence[Asked], *, out: Path, formats: tuple[str, ...], template: Path | None, word_template: Path | None,
    tongue: Language | None, day: date | None, facts: tuple[tuple[str, str], ...], replace: bool, despite_findings: bool,
    as_known: date | None, hide_below: int | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    """All of them or none. GroundError or TemplateError says why not."""
    stands_on = ground(store, municipality, as_known)
    said = own_template(template) if template else None
    hiding = Hiding(hide_below) if hide_below else None
    shared = [dataclasses.replace(one, day=day, facts=facts, hiding=hiding) for one in asked]
    notes = [make(stands_on, one, tongue or language(), said) for one in shared]
    written = publish(notes, Way(out, formats, word_template, replace, despite_findings))
    for name, found in written.findings:
        _tell(sentence("Efterregningen fandt i {name}: {found}", "The audit found in {name}: {found}", name=name, found=found), err=True)  # fmt: skip
    for path in written.paths:
        _tell(sentence("Skrevet: {path}", "Written: {path}", path=path))


def _tell(said: Sentence, *, err: bool = False) -> None:
    click.echo(said.render(language(), show), err=err)


def administrations(municipality: str) -> tuple[str, ...]:
    known = load_municipality(municipality)
    return tuple(unit.code for unit in known.units if unit.level == "administration")


def inputs(**files: Path | None) -> tuple[tuple[str, str], ...]:
    """The texts of the files that were given. RefusalError when one is no text."""
    return tuple((name, _text(file)) for name, file in files.items() if file)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise refuse(
            Exit.REFUSED,
            "{file} kan ikke læses som tekst i UTF-8.",
            "{file} cannot be read as text in UTF-8.",
            file=file.name,
        ) from problem
