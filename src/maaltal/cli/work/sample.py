"""The made-up municipality's extracts."""

from collections.abc import Iterator
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.progress import Progress, progress
from maaltal.core.file_errors import reason
from maaltal.core.text import Sentence, sentence
from maaltal.sample import Written, write


def write_sample(in_year: int, out: Path, people_factor: int, seed: int) -> Iterator[Sentence]:
    """Write them, with progress on a terminal; then tell what was written and what of it is made up."""
    with progress() as tell:
        written = _written(in_year, out, people_factor, seed, tell)
    for file in written.files:
        yield sentence("{file}: {rows} rækker", "{file}: {rows} rows", file=str(file.path), rows=file.rows)
    yield sentence(
        "{persons} opdigtede personer, {spells} forløb. Hvad der er opdigtet, står i {file}.",
        "{persons} made-up persons, {spells} spells. What is made up stands in {file}.",
        persons=written.persons, spells=written.spells, file=str(written.read_me),
    )  # fmt: skip


def _written(in_year: int, out: Path, people_factor: int, seed: int, tell: Progress) -> Written:
    try:
        return write(out, in_year, people_factor, seed, tell)
    except OSError as problem:
        raise refuse(
            Exit.USAGE, "Der kan ikke skrives i {folder}: {reason}.", "{folder} cannot be written to: {reason}.",
            folder=out, reason=reason(problem),
        ) from problem  # fmt: skip
