"""Errors become one sentence and an exit code."""

import gettext
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from maaltal.cli.exits import Exit, RefusalError
from maaltal.core.file_errors import reason
from maaltal.core.person_numbers import mask
from maaltal.core.text import Sentence, Text
from maaltal.ground.errors import GroundError, Reason
from maaltal.terminal.language import language

UNEXPECTED = Text(
    "Uventet fejl ({kind}): {problem}. Kør 'maaltal --debug ...' for at se hele fejlsporet.",
    "Unexpected error ({kind}): {problem}. Run 'maaltal --debug ...' to see the whole trace.",
)
UNREACHABLE = Text("{file} kan ikke bruges: {reason}.", "{file} cannot be used: {reason}.")
REASONS: dict[Reason, Exit] = {
    "question": Exit.USAGE,
    "no-data": Exit.NO_DATA,
    "file": Exit.REFUSED,
    "store": Exit.STORE,
    "findings": Exit.FINDINGS,
    "hidden": Exit.NO_DATA,
}
INTERRUPTED = Text("Afbrudt; intet er gemt halvt.", "Interrupted; nothing was stored by halves.")


class Said(click.ClickException):
    """What a user reads: one sentence, without CPR numbers."""

    def __init__(self, code: Exit, words: str) -> None:
        super().__init__(mask(words))
        self.exit_code = int(code)  # type: ignore[misc]  # click declares it of the class, and reads it of the error

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(gettext.gettext("Error: {message}").format(message=self.message), file=file or sys.stderr)


@contextmanager
def in_one_sentence(*, debug: bool) -> Iterator[None]:
    """Turn whatever goes wrong inside into `Said`; click's own ways out pass, their words without CPR numbers."""
    try:
        yield
    except click.UsageError as problem:
        words = problem.format_message()
        if mask(words) == words:
            raise
        raise click.UsageError(mask(words), problem.ctx) from None
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        raise Said(Exit.INTERRUPTED, INTERRUPTED.get(language())) from None
    except Exception as problem:  # noqa: BLE001 - the last stop before the user
        if debug:
            click.echo(mask(traceback.format_exc()), err=True)
        raise _said(problem) from None


def _said(problem: Exception) -> Said:
    if isinstance(problem, RefusalError):
        return Said(problem.code, _words(problem.sentence))
    if isinstance(problem, GroundError):
        return Said(REASONS[problem.reason], _words(problem.sentence))
    if isinstance(problem, OSError) and problem.filename:
        words = UNREACHABLE.get(language()).format(
            file=problem.filename, reason=reason(problem).get(language())
        )
        return Said(Exit.USAGE, words)
    for kind, code in _known():
        if isinstance(problem, kind):
            return Said(code, _words(getattr(problem, "sentence", str(problem))))
    template = UNEXPECTED.get(language())
    return Said(
        Exit.UNEXPECTED, template.format(kind=type(problem).__name__, problem=str(problem).rstrip("."))
    )


def _known() -> tuple[tuple[type[Exception], Exit], ...]:
    """Imported when something went wrong, not before."""
    from maaltal.core.economics.amounts import MoneyError
    from maaltal.core.economics.rates import MissingRateError
    from maaltal.definitions import DefinitionError
    from maaltal.documents.notes.mistakes import TemplateError
    from maaltal.documents.unwritable import UnwritableError
    from maaltal.intake.errors import IntakeError
    from maaltal.store.errors import StoreError

    return (
        (IntakeError, Exit.REFUSED), (StoreError, Exit.STORE), (DefinitionError, Exit.DEFINITIONS),
        (MissingRateError, Exit.NO_DATA), (MoneyError, Exit.USAGE),
        (TemplateError, Exit.REFUSED), (UnwritableError, Exit.REFUSED),
    )  # fmt: skip


def _words(said: Sentence | str) -> str:
    from maaltal.documents.numbers import show

    return said if isinstance(said, str) else said.render(language(), show)
