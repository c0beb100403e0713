"""Writes a sample: the files that a municipality would receive, and one that says what they are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np

from maaltal.core.periods import Period
from maaltal.core.periods import year as whole_year
from maaltal.core.text import Sentence
from maaltal.definitions.load import load_municipality
from maaltal.sample.dirt import planted
from maaltal.sample.extracts import FORMS, Form, Line
from maaltal.sample.made_up import made_up, read_me
from maaltal.sample.organisation_file import write_organisation
from maaltal.sample.outcomes import OUTCOME_COLUMNS, outcome_lines
from maaltal.sample.printed import EXTRACTS
from maaltal.sample.register import Register, register
from maaltal.sample.soiling import soiled

READ_ME = "LÆSMIG.txt"

type Progress = Callable[[str, int, int], None]
"""Told what is being written, how many files are done, and how many there are."""


@dataclass(frozen=True)
class WrittenFile:
    """A file and how many rows it has below its header, `planted` bad ones among them."""

    path: Path
    rows: int
    planted: int


@dataclass(frozen=True)
class Written:
    """Prøvekommune (sample municipality): what was written, and in sentences what of it is made up.

    `files` come in the order in which they can be loaded. `spells` are those behind all the extracts together.
    """

    files: tuple[WrittenFile, ...]
    read_me: Path
    periods: tuple[Period, ...]
    persons: int
    spells: int
    made_up: tuple[Sentence, ...]


def write(
    out: Path, year: int, people_factor: int = 1, seed: int = 1, progress: Progress | None = None
) -> Written:
    """Write extracts that add up to the published figures of `year`, 2017 or 2024, into the folder `out`.

    `people_factor` multiplies persons, spells and days, not targets or units. The same arguments give the same
    bytes; files of the same names are replaced. ValueError for another year or a factor below 1.
    """
    if year not in EXTRACTS or people_factor < 1:
        raise ValueError(
            f"a sample is made for {' or '.join(map(str, EXTRACTS))}, and a factor is at least 1"
        )
    out.mkdir(parents=True, exist_ok=True)
    made = register(load_municipality(), year, people_factor, seed)
    steps = tuple(_steps(out, made, seed))
    files: list[WrittenFile] = []
    for done, step in enumerate(steps):
        if progress:
            progress("write", done, len(steps))
        files.append(step())
    if progress:
        progress("write", len(steps), len(steps))
    sentences = made_up(made, people_factor, seed)
    (out / READ_ME).write_text(read_me(sentences), "utf-8")
    periods = tuple(goal.period for goal in made.goals)
    persons = len(np.unique(made.rows["person"]))
    return Written(tuple(files), out / READ_ME, periods, persons, made.spells, sentences)


def _steps(out: Path, made: Register, seed: int) -> Iterator[Callable[[], WrittenFile]]:
    """One step for each file, in the order in which they can be loaded."""
    yield partial(_organisation_file, out / "organisation.xlsx", made)
    for form in FORMS:
        for goal in made.goals:
            yield partial(_extract_file, out / f"{form.file}-{goal.period.code}.csv", made, form, goal.period)
    period = made.goals[-1].period
    if period == whole_year(period.start.year):
        yield partial(_outcomes_file, out / f"udfald-{period.code}.csv", made, period, seed)


def _organisation_file(file: Path, made: Register) -> WrittenFile:
    return WrittenFile(
        file, write_organisation(file, made.organisation), len(planted("organisation", last=True))
    )


def _extract_file(file: Path, made: Register, form: Form, period: Period) -> WrittenFile:
    rows = form.rows(made, period)
    bad = planted(form.extract, last=period == made.goals[-1].period)
    lines = soiled(tuple(form.lines(made, rows, period)), made, form, period, bad)
    _write_lines(file, form.columns, lines, form.encoding, form.newline)
    return WrittenFile(file, len(rows) + len(bad), len(bad))


def _outcomes_file(file: Path, made: Register, period: Period, seed: int) -> WrittenFile:
    lines = tuple(outcome_lines(made, period, np.random.default_rng(seed)))
    _write_lines(file, OUTCOME_COLUMNS, lines, "utf-8-sig", "\n")
    return WrittenFile(file, len(lines), 0)


def _write_lines(file: Path, columns: Line, lines: Iterable[Line], encoding: str, newline: str) -> None:
    """No cell of ours holds the delimiter, so none needs quotation marks."""
    with file.open("w", encoding=encoding, newline=newline) as opened:
        opened.writelines(";".join(line) + "\n" for line in chain([columns], lines))
