"""Notes for readers who may not see small counts: nothing that is hidden stands in any output."""

import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from maaltal.documents.hiding import HIDDEN
from maaltal.documents.markdown import as_markdown
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.notes.render import placeable
from maaltal.documents.notes.template import Template
from maaltal.documents.numbers import show
from maaltal.documents.printing import printed
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import from_json, to_json
from maaltal.ground.notes.make import make, material
from maaltal.ground.notes.publish import WRITERS, Way, errors_in, publish
from maaltal.ground.notes.verify import find, read, verified
from tests.ground.notes.asking import ANNUAL, ANSWER, EVERY, MONTHLY, PART_YEAR, told

FEW, MANY = Hiding(5), Hiding(2000)
MEASURED = ((ANNUAL, FEW), (PART_YEAR, FEW), (MONTHLY, FEW), (ANSWER, MANY))
"""With what hides something of each; many thresholds would take long."""

LONG = 12
"""Signs of a number that a workbook holds with its fraction."""


def hushed(asked, hiding=FEW):
    return replace(asked, hiding=hiding)


def cells(document):
    """Every cell by table, row and column."""
    return {
        (table.code, row.codes[0], column.code): cell
        for table in (*document.tables, *(chart.data for chart in document.charts))
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


@pytest.fixture(scope="module")
def both(stands_on):
    """The cells of a note as it is, and as it hides; once for each."""

    @cache
    def cells_of(asked):
        return cells(placeable(material(stands_on, asked)))

    return lambda asked, hiding=FEW: (cells_of(asked), cells_of(hushed(asked, hiding)))


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
def test_a_question_that_hides_comes_back_from_json(asked):
    for hiding in (MANY, Hiding(5, frozenset({"BUF"}), frozenset({"BUF", "KK"}))):
        assert from_json(to_json(hushed(asked, hiding))) == hushed(asked, hiding)


@pytest.mark.parametrize(("asked", "hiding"), MEASURED, ids=lambda each: getattr(each, "kind", ""))
def test_a_cell_is_as_it_was_or_hidden(both, asked, hiding):
    open_cells, seen = both(asked, hiding)
    assert open_cells.keys() == seen.keys()
    assert any(cell == HIDDEN for cell in seen.values())
    assert all(cell in (open_cells[place], HIDDEN) for place, cell in seen.items())


@pytest.mark.parametrize("asked", [ANNUAL, MONTHLY], ids=lambda asked: asked.kind)
def test_no_small_count_is_left(both, asked):
    """Spells and employees, which are no fewer than the persons behind them."""
    _, seen = both(asked)
    counted = {
        place: cell for place, cell in seen.items() if place[2].endswith(("spells", "fleksjob:status"))
    }
    assert counted
    assert not [place for place, cell in counted.items() if cell.kind == "whole" and 0 < cell.value < 5]


def test_a_trend_hides_the_year_in_which_a_month_is_hidden(both):
    _, seen = both(ANNUAL)
    column = {
        row: cell
        for (table, row, group), cell in seen.items()
        if (table, group) == ("by-month", "placements")
    }
    hidden = {row for row, cell in column.items() if cell == HIDDEN}
    assert {row[:4] for row in hidden} == {"2023"}
    assert len(hidden) == 12


def values_in(path):
    """What the file says, unpacked where it is packed, so that a value can be looked for."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as packed:
            names = [name for name in packed.namelist() if name.endswith((".xml", ".rels"))]
            return "\n".join(packed.read(name).decode() for name in names)
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("asked", [ANNUAL, MONTHLY], ids=lambda asked: asked.kind)
def test_no_exact_value_of_a_hidden_cell_stands_in_any_file(stands_on, both, asked, tmp_path):
    open_cells, seen = both(asked)
    shown = {str(cell.value) for cell in seen.values()}
    gone = {str(open_cells[place].value) for place, cell in seen.items() if cell == HIDDEN} - shown
    exact = {value for value in gone if "/" in value}
    assert exact
    # As a workbook holds them: to as many digits as a number has.
    floats = {repr(float(Fraction(value)))[:LONG] for value in exact}
    floats |= {repr(100 * float(Fraction(value)))[:LONG] for value in exact}
    publish([make(stands_on, hushed(asked), "da")], Way(tmp_path, tuple(WRITERS)))
    for path in tmp_path.iterdir():
        text = values_in(path)
        found = [value for value in exact if re.search(rf"(?<![\d/]){value}(?!\d)", text)]
        found += [
            value
            for value in floats
            if len(value) == LONG and re.search(rf"(?<![\d.]){re.escape(value)}", text)
        ]
        assert not found, (path.name, found)


def test_no_printed_form_of_a_hidden_cell_stands_in_the_words(stands_on, both):
    """A unique number of three digits or more that is hidden is nowhere in the note's Markdown."""
    open_cells, seen = both(ANNUAL)
    shown = {printed(cell, "da") for cell in seen.values()}
    gone = {printed(open_cells[place], "da") for place, cell in seen.items() if cell == HIDDEN} - shown
    gone = {each for each in gone if len(each) >= 3 and each.isdigit()}
    assert gone
    words = as_markdown(make(stands_on, hushed(ANNUAL), "da").document, "da").replace("|", " ").split()
    assert not gone & {word.strip("*.,;()") for word in words}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("asked", [ANNUAL, PART_YEAR, MONTHLY], ids=lambda asked: asked.kind)
def test_the_audit_finds_no_error_and_verification_holds(stands_on, asked, language, tmp_path):
    note = make(stands_on, hushed(asked), language)
    paths = publish([note], Way(tmp_path, ("docx", "html"))).paths
    written = [path for path in paths if path.suffix in (".docx", ".html")]
    assert not any(errors_in([path]) for path in written)
    edition = read(find(written[0]))
    assert verified(written[0], edition, stands_on, stands_on).holds


def test_the_audit_finds_a_planted_error_beside_hidden_figures(stands_on, tmp_path):
    paths = publish([make(stands_on, hushed(ANNUAL, Hiding(5)), "da")], Way(tmp_path, ("html",))).paths
    page = next(path for path in paths if path.suffix == ".html")
    text = page.read_text("utf-8")
    assert "skjult" in text
    page.write_text(text.replace("1.014", "1.114"), "utf-8")
    assert errors_in([page])


def test_files_are_called_otherwise_so_that_both_can_lie_side_by_side(stands_on):
    assert make(stands_on, hushed(ANNUAL), "da").name == "aarsstatus-2024-uden-smaa-tal"
    assert make(stands_on, hushed(ANNUAL), "en").name == "yearly-status-2024-without-small-counts"


def test_a_template_that_compares_a_hidden_figure_is_told_to_ask(stands_on):
    asking = "{% if own.fleksjob.now.hidden %}Skjult.{% elif own.fleksjob.now > 900 %}Mange.{% endif %}"
    template = '# Note\n\n{{ table("own") }}\n\n'
    asked = hushed(ANSWER, MANY)
    text = told(make(stands_on, asked, "da", Template("egen.md", template + asking)).document)
    assert "Skjult." in text
    with pytest.raises(TemplateError, match="skjult"):
        make(
            stands_on,
            asked,
            "da",
            Template("egen.md", template + "{% if own.fleksjob.now > 900 %}Mange.{% endif %}"),
        )


def test_what_began_and_ended_is_hidden_together(both):
    _, seen = both(MONTHLY)
    rows = {row for table, row, _ in seen if table == "changes"}
    for row in rows:
        assert (seen["changes", row, "starts"] == HIDDEN) == (seen["changes", row, "ends"] == HIDDEN)


def test_percentages_of_a_known_target_are_hidden_with_the_measurement(both):
    _, seen = both(PART_YEAR)
    for row in ("BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF"):
        table = f"{row}-{PART_YEAR.period.code}"
        group = [seen[table, "loentilskud", column] for column in ("group_status", "fulfilment")]
        assert len({cell == HIDDEN for cell in (*group, seen["by-unit", row, "placements"])}) == 1


def test_sentences_do_not_choose_by_hidden_figures(stands_on):
    document = make(stands_on, hushed(ANSWER, MANY), "da").document
    assert "Tallet for fleksjob i oktober 2024 er skjult" in told(document)
    assert "Det er flere end" not in told(document)
    assert [note.code for note in document.notes] == ["hidden"]


def test_the_note_says_what_is_hidden_and_why(stands_on):
    notes = [show(note.text, "da") for note in make(stands_on, hushed(ANNUAL), "da").document.notes]
    assert sum("færre end 5 personer" in note for note in notes) == 1
    assert not make(stands_on, ANSWER, "da").document.notes
