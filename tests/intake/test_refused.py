"""Files that are refused as a whole: one sentence in each language, that names what was found and expected."""

import pytest

from maaltal.core.periods import parse_period
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.intake.choose import period_in
from maaltal.intake.errors import IntakeError
from maaltal.intake.keys import Key, read_key
from maaltal.intake.receive import Asked, Known
from tests.intake.made import KNOWN, MUNICIPALITY, PLACEMENT, PLACEMENTS, UNITS, as_csv, received, write

GOOD = as_csv(PLACEMENTS, [list(PLACEMENT.values())])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"", "tom"),
        ("a.csv", b"\x00\x01\x02\x03", "hverken CSV"),
        ("a.csv", b"Kaere alle, hermed referat af modet.\n", "passer ikke til noget kendt format"),
        ("a.csv", GOOD.replace("Ordning", "Art").encode(), "mangler 'Ordning'"),
        ("a.csv", GOOD.replace("Enhed", "x").replace("P-nummer", "y").encode(), "mangler 'Enhed'"),
        ("a.csv", GOOD.replace("Nytteprojekt", "CPR").encode(), "begge navne for person"),
        ("a.csv", b"610190-1234;Fleksjob\n610290-1234;Fleksjob\n", "******-****"),
        ("a.csv", b"610190-1234;Fleksjob\n610290-1234;Fleksjob\n", "ingen overskrift"),
        ("a.csv", b"Fleksjob;101901234\nFleksjob;102901234\n", "ingen overskrift"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
            "adgangskode eller i det gamle format",
        ),
        ("a.csv", GOOD.encode() + b'"610290-1234;' + b"x" * 3_000_000, "anførselstegn"),
        ("a.xlsx", b"PK\x03\x04 and no more", "XLSX"),
        ("a.parquet", b"PAR1 and no more", "Parquet"),
    ],
)
def test_bad_files(tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(IntakeError) as refused:
        received(tmp_path / name)
    sentence = refused.value.sentence
    assert told in sentence.render("da")
    assert sentence.render("en") != sentence.render("da")
    assert "610190" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(IntakeError, match="kan ikke læses"):
        received(tmp_path / "missing.csv")


def test_a_workbook_of_empty_sheets(tmp_path):
    import xlsxwriter

    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    book.add_worksheet()
    book.close()
    with pytest.raises(IntakeError, match="Alle ark er tomme"):
        received(tmp_path / "p.xlsx")


def test_a_header_alone_is_an_extract_without_rows(tmp_path):
    (tmp_path / "p.csv").write_text(GOOD.splitlines()[0])
    assert received(tmp_path / "p.csv").result.rows == 0


@pytest.mark.parametrize("layout", ["payroll", "nonsense"])
def test_a_layout_that_was_named_is_the_only_one_tried(tmp_path, layout):
    file = write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT)
    with pytest.raises(IntakeError):
        received(file, asked=Asked(layout=layout, period=parse_period("2024")))


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("placeringer-2024.csv", "2024"),
        ("loen-2024-10.csv", "2024-10"),
        ("loen-2024-01..2024-10.csv", "2024-01..2024-10"),
        ("x 2024-H1 (2).xlsx", "2024-H1"),
        ("loen-2024-10-31.csv", "2024-10-31"),
        ("loen.csv", None),
        ("loen-2024-1.csv", None),
        ("loen-2024-13.csv", None),
        ("loen-20241001.csv", None),
        ("2023-2024.csv", None),
        ("sag 2024-6355.csv", None),
    ],
)
def test_the_period_that_a_file_name_tells(name, period):
    assert period_in(name) == (parse_period(period) if period else None)


def test_the_period_is_asked_for_when_nobody_told_it(tmp_path):
    file = write(tmp_path / "placeringer.csv", PLACEMENTS, PLACEMENT)
    with pytest.raises(IntakeError, match="--period"):
        received(file, asked=Asked())
    named = write(tmp_path / "placeringer-2024-H1.csv", PLACEMENTS, PLACEMENT)
    assert received(named, asked=Asked()).result.period == parse_period("2024-H1")


def test_no_key_no_persons(tmp_path):
    file = write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT)
    with pytest.raises(IntakeError, match="ingen nøgle"):
        received(file, Known(MUNICIPALITY, UNITS))


def test_the_demo_key_is_for_made_up_numbers_alone(tmp_path):
    known = Known(MUNICIPALITY, UNITS, key=Key(DEMO_KEY))
    assert received(write(tmp_path / "a.csv", PLACEMENTS, PLACEMENT), known).result.accepted == 1
    file = write(tmp_path / "b.csv", PLACEMENTS, PLACEMENT, PLACEMENT | {"CPR-nummer": "070761-4285"})
    with pytest.raises(IntakeError, match="1 rækker"):
        received(file, known)
    assert not (tmp_path / "b.csv-in" / "spells.parquet").exists()
    assert received(write(tmp_path / "c.csv", PLACEMENTS, PLACEMENT), KNOWN).result.accepted == 1


def test_where_the_key_comes_from(tmp_path):
    (tmp_path / "key").write_bytes(b"0123456789abcdef\n")
    (tmp_path / "short").write_bytes(b"0123456789abcde\n")
    from_file = read_key(tmp_path / "key", {"MAALTAL_KEY": "another key, not asked for"})
    assert from_file == read_key(None, {"MAALTAL_KEY_FILE": str(tmp_path / "key")})
    assert from_file == read_key(None, {"MAALTAL_KEY": "0123456789abcdef"})
    assert read_key(None, {}) is None
    assert "0123456789abcdef" not in repr(from_file)
    for bad in ("short", "missing"):
        with pytest.raises(IntakeError):
            read_key(tmp_path / bad, {})
