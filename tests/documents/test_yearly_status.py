"""The yearly status, read as a reader or a test does: by table, row and column."""

import pytest

from maaltal.core.hidden_figures import Figure
from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.numbers import NO_BREAK
from maaltal.documents.printing import note_text, printed, titles
from tests.documents.made import made_document

DOCUMENT = made_document()


def cell(table: str, row: str, column: str, document: Document = DOCUMENT, language: Language = "da") -> str:
    return printed(document[table].cell(row, column), language)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("loentilskud", "scheme", "Løntilskud (helårspersoner)"),
        ("loentilskud", "status", "94"),
        ("virksomhedspraktik", "status", "611"),
        ("smaajob", "status", "209"),
        ("placements", "group_status", "914"),
        ("placements", "target", "1.084"),
        ("placements", "fulfilment", f"84{NO_BREAK}pct."),
        ("smaajob", "target", ""),
        ("smaajob", "spells", "290"),
        ("spells", "spells", "870"),
        ("fleksjob", "scheme", "Fleksjob (antal ansatte)"),
        ("fleksjob", "status", "1.014"),
        ("fleksjob", "group_status", ""),
        ("fleksjob", "spells", ""),
        ("fleksjob", "fulfilment", f"113{NO_BREAK}pct."),
        ("combined", "scheme", "Samlet målopfyldelse (vægtet gennemsnit)"),
        ("combined", "fulfilment", f"97{NO_BREAK}pct."),
    ],
)
def test_the_municipalitys_table(row: str, column: str, words: str) -> None:
    assert cell("KK-2024", row, column) == words


def test_tables_are_numbered_and_named() -> None:
    assert [title for _, title in titles(DOCUMENT, "da")] == [
        "Tabel 1: Status og målopfyldelse for de særlige jobordninger i Københavns Kommune for 2024, samt antal forløb",
        "Tabel 2: Status og målopfyldelse for de særlige jobordninger i Københavns Kommune for 2023, samt antal forløb",
        "Tabel 3: Status og målopfyldelse for de særlige jobordninger i Beskæftigelses- og Integrationsforvaltningen for 2024, samt antal forløb",
        "Tabel 4: Status og målopfyldelse for de særlige jobordninger i Børne- og Ungdomsforvaltningen for 2024, samt antal forløb",
        "Tabel 5: Status for enhederne i Københavns Kommune for 2024",
        "Grundlag",
    ]


def test_the_year_before_has_its_own_schemes_and_says_that_they_differ() -> None:
    earlier = DOCUMENT["KK-2023"]
    assert [row.codes[0] for row in earlier.rows][2] == "nytteindsats"
    assert "schemes-changed" in {note.code for note in earlier.notes}


def test_notes_carry_the_marks_of_the_print() -> None:
    marks = [(note.mark, note.code) for note in DOCUMENT.notes]
    assert marks == [
        ("*", "headcount-day"), ("*", "headcount-day"), ("**", "spells-column"),
        ("***", "combined-weights"), ("***", "combined-weights"), ("***", "combined-weights"), ("***", "combined-weights"),
    ]  # fmt: skip
    assert DOCUMENT["KK-2024"].cell("fleksjob", "scheme").mark == "*"
    assert DOCUMENT["KK-2024"].columns[-1].mark == "**"
    assert DOCUMENT["KK-2024"].cell("combined", "scheme").mark == "***"
    assert (
        note_text(DOCUMENT.notes[0], "da")
        == "* Status for fleksjob er opgjort i antal ansatte 31. december 2024."
    )


def test_part_of_a_year_says_what_was_divided_by() -> None:
    document = made_document("2017-01..2017-10", "2016")
    assert document.notes[-1].code == "denominator"
    assert document["KK-2017-01..2017-10"].columns[1].mark == "****"
    assert {"series-break", "method-changed"} <= {note.code for note in document["KK-2016"].notes}


def test_a_missing_target_is_a_dash_with_a_reason() -> None:
    document = made_document("2017", None)
    assert cell("BIF-2017", "fleksjob", "target", document) == "–"
    assert cell("BIF-2017", "combined", "fulfilment", document) == "–"
    assert "no-target" in {note.code for note in document["BIF-2017"].notes}


def test_units_as_rows() -> None:
    assert cell("units", "BUF", "name") == "Børne- og Ungdomsforvaltningen"
    assert cell("units", "BUF", "placements:target") == "457"
    assert cell("units", "ØKF", "fleksjob:status", language="en") == "101"


def test_a_hidden_figure_takes_with_it_what_is_computed_from_it() -> None:
    placements = "loentilskud+virksomhedspraktik+smaajob"
    document = made_document(hides=[
        Figure("BIF", "loentilskud", "full-year-persons"), Figure("BIF", "loentilskud", "spells"),
        Figure("BIF", placements, "full-year-persons"), Figure("KK", "fleksjob", "headcount"),
    ])  # fmt: skip
    bif, whole, earlier = (document[code] for code in ("BIF-2024", "KK-2024", "KK-2023"))
    hidden = {
        (table.code, row.codes[0], column.code)
        for table in (bif, whole, earlier, document["units"])
        for row in table.rows
        for column, shown in zip(table.columns, row.cells, strict=True)
        if shown == HIDDEN
    }
    assert hidden == {
        ("BIF-2024", "loentilskud", "status"), ("BIF-2024", "loentilskud", "group_status"),
        ("BIF-2024", "loentilskud", "fulfilment"), ("BIF-2024", "loentilskud", "spells"),
        ("BIF-2024", "combined", "fulfilment"),
        ("KK-2024", "fleksjob", "status"), ("KK-2024", "fleksjob", "fulfilment"), ("KK-2024", "combined", "fulfilment"),
        ("units", "BIF", "placements:status"), ("units", "BIF", "placements:fulfilment"),
    }  # fmt: skip
    assert not {"hidden-decimals-sum", "hidden-decimals"} & {note.code for note in bif.notes}
    assert "hidden" in {note.code for note in document.notes}
    assert "færre end 5 personer" in " ".join(note_text(note, "da") for note in document.notes)


def test_a_cell_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"KK-2024 has no cell \(nytteindsats, status\)"):
        DOCUMENT["KK-2024"].cell("nytteindsats", "status")
    with pytest.raises(KeyError, match="NOPE"):
        DOCUMENT["NOPE"]
