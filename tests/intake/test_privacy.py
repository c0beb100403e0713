"""Person numbers, wherever they stand in a file, reach nothing that is kept, said or logged."""

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maaltal.intake.errors import IntakeError
from maaltal.intake.keys import Key
from tests.intake.made import KEY, PLACEMENT, PLACEMENTS, received, write

SEEDS = ("610190-1234", "6202902345", "630390 3456", "640490 – 4567", "9650590567812")
FRAGMENTS = ("6101901234", "610190-1234", "6202902345", "620290-2345", "6303903456", "630390 3456", "6404904567",
             "640490 – 4567", "6505905678")  # fmt: skip


def dirty_rows():
    """Each seed in each column, as the whole cell and inside words."""
    for seed in SEEDS:
        for column in PLACEMENTS:
            yield PLACEMENT | {column: seed}
            yield PLACEMENT | {column: f"Hold {seed}, stue 2"}


def everything_below(folder: Path) -> bytes:
    return b"".join(path.name.encode() + path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_seed_is_found_in_files_findings_or_output(tmp_path, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    file = write(tmp_path / "placeringer 610190-1234.csv", PLACEMENTS, *dirty_rows())
    header, *lines = file.read_text().splitlines()
    broken = [f"{line};620290-2345;9650590567812" for line in lines[:3]]
    file.write_text("\n".join([f"{header};630390 3456", *(f"{line};" for line in lines), *broken]))
    got = received(file)
    told = [(f.file, f.column, f.value, f.other, f.wrong("da"), f.mend("en"), repr(f)) for f in got.findings]
    assert got.result.rejected > len(SEEDS)
    kept = (
        everything_below(got.folder)
        + repr([told, got.result]).encode()
        + caplog.text.encode()
        + "".join(capfd.readouterr()).encode()
    )
    kept = kept.replace(str(got.folder).encode(), b"").replace(got.folder.name.encode(), b"")
    for fragment in FRAGMENTS:
        assert fragment.encode() not in kept
    assert KEY.pseudonym("6101901234").encode() in kept


@pytest.mark.parametrize("where", ["header", "layout", "unclosed"])
def test_no_seed_is_found_in_errors(tmp_path, where):
    text = {
        "header": "610190-1234;620290-2345\n",
        "layout": "CPR-nummer;Ordning;6202902345\n610190-1234;x;y\n",
        "unclosed": ";".join(PLACEMENTS) + '\n610190-1234;"6202902345;' + "x" * 3_000_000,
    }[where]
    (tmp_path / "p.csv").write_text(text)
    with pytest.raises(IntakeError) as refused:
        received(tmp_path / "p.csv")
    said = repr(refused.value) + refused.value.sentence.render("en")
    assert not any(fragment in said for fragment in FRAGMENTS)


def test_a_known_place_number_stays_readable_and_an_unknown_one_does_not(tmp_path):
    rows = [PLACEMENT | {"Enhed": "E77", "P-nummer": number} for number in ("1003400001", "1003499999")]
    got = received(write(tmp_path / "p.csv", PLACEMENTS, *rows))
    text = got.result.rejected_file.read_text("utf-8-sig")
    assert "1003400001" in text
    assert "1003499999" not in text


def test_nothing_is_left_but_what_is_stored(tmp_path):
    got = received(write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT, PLACEMENT | {"Enhed": ""}))
    assert {path.name for path in got.folder.iterdir()} == {
        "spells.parquet",
        "findings.parquet",
        "rejected.csv",
    }


@settings(
    max_examples=30,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(secret=st.binary(min_size=16, max_size=100), number=st.from_regex(r"[0-9]{10}", fullmatch=True))
def test_the_pseudonym_in_sql_is_the_pseudonym(secret, number):
    import duckdb

    key = Key(secret)
    assert duckdb.execute(f"SELECT {key.pseudonym_sql(repr(number))}").fetchall() == [
        (key.pseudonym(number),)
    ]


cell = st.one_of(
    st.sampled_from(["", " ", "E1", "e1", "E2", "610190-1234", "070761-4286", "Løntilskud", "ja", "37", "60,5", "1e3", "01-03-2024",
                     "2024-02-30", "31-12-9999", "1003400003", "set aside", '"', "a;b", "a\nb", "\x1f", "pseudonym:" + "0" * 32]),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
)  # fmt: skip


@settings(
    max_examples=25,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(st.lists(cell, min_size=len(PLACEMENTS), max_size=len(PLACEMENTS)), max_size=8))
def test_every_row_is_accepted_set_aside_or_rejected(tmp_path_factory, rows):
    cells = [dict(zip(PLACEMENTS, row, strict=True)) for row in rows]
    got = received(write(tmp_path_factory.mktemp("dirty") / "p.csv", PLACEMENTS, PLACEMENT, *cells))
    result = got.result
    blank = sum(not "".join(row).strip() for row in rows)
    assert (
        result.accepted + sum(result.set_aside.values()) + result.rejected
        == result.rows
        == 1 + len(rows) - blank
    )
    assert len(got.spells) == result.accepted
    assert all(spell["unit"] in {"E1", "E2"} and spell["start_date"] for spell in got.spells)
