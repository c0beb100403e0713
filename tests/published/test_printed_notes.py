"""Every figure of the printed yearly status of 2024, read back out of the Word, PDF, HTML and Excel files that are made."""

from pathlib import Path

import pytest

from maaltal.core.audit.document import Document
from maaltal.core.audit.figures import SchemeRow, StatusTable
from maaltal.core.periods import year
from maaltal.definitions import load_municipality
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way, publish
from maaltal.intake.notes.files import read_lines
from maaltal.intake.notes.recognise import recognise
from tests.published.printed import FIGURES, KNOWN_ERRORS, PrintedFigure

NOTE = "aarsstatus-2024"
FORMS = ("docx", "pdf", "html", "xlsx")
PRINTED = tuple(figure for figure in FIGURES if figure.note == NOTE and figure.measure != "weight")
COLUMNS = {"status": "status", "target": "target", "fulfilment": "percentage", "spells": "spells"}
PLACEMENTS, FLEKSJOB = "placements", "fleksjob"


@pytest.fixture(scope="module")
def files(store, tmp_path_factory) -> dict[str, Document]:
    """Each form of the note as somebody would read it."""
    out = tmp_path_factory.mktemp("notes") / "ud"
    ground = Ground(load_municipality(), store, store.view())
    publish([make(ground, Asked("annual", year(2024)), "da")], Way(out, FORMS))
    return {form: recognise(read_lines(out / f"{NOTE}.{form}"), form) for form in FORMS}


def found(document: Document, figure: PrintedFigure) -> int | None:
    """What the file prints in the place of a printed figure; percentages of a workbook are shares."""
    table = next(t for t in document.statuses if (t.unit, str(t.year)) == (figure.unit, figure.period))
    printed = _of_all(table, figure) if figure.scheme == "all" else _of_scheme(table, figure)
    return None if printed is None else int(printed.value)


def _of_all(table: StatusTable, figure: PrintedFigure):
    return table.combined if figure.measure == "fulfilment" else None


def _of_scheme(table: StatusTable, figure: PrintedFigure):
    if figure.scheme == PLACEMENTS and figure.measure == "spells":
        return table.spells
    if figure.scheme == PLACEMENTS:
        column = "group_status" if figure.measure == "status" else COLUMNS[figure.measure]
        return _first(table.rows, column, FLEKSJOB)
    row = next(row for row in table.rows if figure.scheme in row.schemes)
    return getattr(row, COLUMNS[figure.measure])


def _first(rows: tuple[SchemeRow, ...], column: str, but: str):
    """The one that a group prints, on whichever of its rows."""
    return next(
        (getattr(row, column) for row in rows if but not in row.schemes and getattr(row, column)), None
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_file_prints_what_was_printed(form, files):
    given = {str(figure): (figure.printed, found(files[form], figure)) for figure in PRINTED}
    differing = {place: pair for place, pair in given.items() if pair[0] != pair[1]}
    known = {str(figure): KNOWN_ERRORS[str(figure)] for figure in PRINTED if str(figure) in KNOWN_ERRORS}
    assert differing == {place: (error.printed, error.follows) for place, error in known.items()}


def test_that_is_the_whole_note():
    assert len(PRINTED) > 100
    assert {figure.unit for figure in PRINTED} == {"KK", "BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF"}


SENTENCES = (
    "reduceret fra 1.134 helårspersoner i 2023 til 1.084 helårspersoner i 2024",
    "steget fra 772 helårspersoner, svarende til 68 pct., i 2023 til 913 helårspersoner, svarende til 84 pct., i 2024",
    "forøget fra 850 ansatte i 2023 til 900 ansatte i 2024",
    "fra 975 ansatte, svarende til 115 pct., i 2023 til 1.014 ansatte, svarende til 113 pct., i 2024",
    "Virksomhedspraktik er den ordning, der udgør den største andel af målopfyldelsen både i 2023 og i 2024",
    "Den samlede målopfyldelse i 2024 er 97 pct.",
    "Den samlede målopfyldelse i 2023 var 88 pct.",
)
"""What the printed note says of its figures, in its own words or nearly so."""


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_the_sentences_say_what_the_note_said(form, store, tmp_path: Path):
    ground = Ground(load_municipality(), store, store.view())
    publish([make(ground, Asked("annual", year(2024)), "da")], Way(tmp_path, (form,)))
    text = " ".join(" ".join(line.cells) for line in read_lines(tmp_path / f"{NOTE}.{form}"))
    told = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert [words for words in SENTENCES if words not in told] == []
