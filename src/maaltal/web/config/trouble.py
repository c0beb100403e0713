"""Whatever goes wrong in a command becomes one sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from maaltal.core.file_errors import reason
from maaltal.core.person_numbers import mask
from maaltal.core.text import Sentence, Text
from maaltal.terminal.language import language
from maaltal.web.config.said import SaidError

UNREACHABLE = Text("{file} kan ikke bruges: {reason}.", "{file} cannot be used: {reason}.")
FULL = Text(
    "Disken er fuld. Skaf plads, slet det, der nåede at blive skrevet, og prøv igen.",
    "The disk is full. Make room, delete what was written, and try again.",
)
UNEXPECTED = Text(
    "Uventet fejl i programmet ({kind}). Send dette til den, der vedligeholder det:\n{places}",
    "Unexpected error in the program ({kind}). Send this to whoever maintains it:\n{places}",
)


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """click's own ways out pass."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as problem:  # noqa: BLE001 - the last stop before whoever runs it
        said = click.ClickException(mask(_words(problem)))
        said.exit_code = getattr(problem, "code", 1) if isinstance(problem, SaidError) else 1  # type: ignore[misc]
        raise said from None


def _words(problem: Exception) -> str:
    if isinstance(problem, SaidError):
        return problem.said.get(language())
    if isinstance(problem, OSError) and problem.filename:
        return UNREACHABLE.get(language()).format(
            file=problem.filename, reason=reason(problem).get(language())
        )
    from django.db import DatabaseError

    from maaltal.web.config.full import is_full

    if is_full(problem):
        return FULL.get(language())

    from maaltal.web.config.database_trouble import why

    if isinstance(problem, DatabaseError):
        return why(problem).get(language())
    told = getattr(problem, "sentence", None)
    return told.render(language()) if isinstance(told, Sentence) else _unexpected(problem)


def _unexpected(problem: Exception) -> str:
    """Where, but not what it says: that may be a row."""
    from maaltal.web.config.logs import places

    _, *lines = places((type(problem), problem, problem.__traceback__))
    return UNEXPECTED.get(language()).format(kind=type(problem).__name__, places="\n".join(lines))
