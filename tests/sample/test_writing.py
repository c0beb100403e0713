"""The files: the same every time, in the forms that systems send, with nothing real in them."""

import re
from hashlib import sha256

import pytest

from maaltal.sample import write
from maaltal.sample.dirt import PAYROLL_WORDS, PLACEMENT_WORDS

FILES = {
    2017: ["organisation.xlsx", "placeringer-2017-01..2017-10.csv", "loen-2017-01..2017-10.csv"],
    2024: [
        "organisation.xlsx", "placeringer-2023.csv", "placeringer-2024.csv", "loen-2023.csv", "loen-2024.csv", "udfald-2024.csv",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    return {year: write(folder / str(year), year) for year in FILES}


def texts(written):
    for file in written.files:
        if file.path.suffix == ".csv":
            encoding = "cp1252" if file.path.name.startswith("loen") else "utf-8-sig"
            yield file, file.path.read_bytes().decode(encoding)


def digests(written):
    return [sha256(file.path.read_bytes()).hexdigest() for file in written.files]


@pytest.mark.parametrize("year", FILES)
def test_the_files_that_a_municipality_receives(files, year):
    written = files[year]
    assert [file.path.name for file in written.files] == FILES[year]
    assert all(file.path.exists() for file in written.files)
    assert written.read_me.name == "LÆSMIG.txt"


@pytest.mark.parametrize("year", FILES)
def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(files, year, tmp_path):
    assert digests(write(tmp_path / "again", year)) == digests(files[year])
    assert digests(write(tmp_path / "other", year, seed=2))[1:] != digests(files[year])[1:]


@pytest.mark.parametrize("year", FILES)
def test_rows_are_counted(files, year):
    for file, text in texts(files[year]):
        assert len(text.splitlines()) == file.rows + 1


def test_placements_have_a_mark_semicolons_danish_dates_and_decimal_commas(files):
    path = files[2024].files[2].path
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    header, *lines = path.read_text("utf-8-sig").splitlines()
    assert header == ";".join(PLACEMENT_WORDS.values())
    assert re.fullmatch(
        r"\d{6}-\d{4};\w+;(99\d{8})?;[A-ZØ]{3}-C?\d+;\d\d-\d\d-\d{4};(\d\d-\d\d-\d{4})?;\d+(,5)?;(ja|nej)",
        lines[1],
    )
    assert any(",5;" in line for line in lines)
    assert any(re.match(r"\d{6}-\d{4};\w+;99\d{8};;", line) for line in lines)


def test_payroll_is_in_the_old_encoding_with_iso_dates(files):
    raw = files[2024].files[4].path.read_bytes()
    header, *lines = raw.decode("cp1252").split("\r\n")
    assert header == ";".join(PAYROLL_WORDS.values())
    assert re.fullmatch(
        r"\d{10};T\d{6};[A-ZØ]{3}-C?\d+;\d{4}-\d\d-\d\d;(\d{4}-\d\d-\d\d)?;(FLX|FLG|ORD|TIM);\d+(,5)?;(ja|nej)",
        lines[0],
    )
    assert "ØKF-".encode("cp1252") in raw
    codes = {code: sum(f";{code};" in line for line in lines) for code in ("FLX", "FLG", "ORD", "TIM")}
    assert codes["FLX"] > codes["FLG"] > 0
    assert 200 < codes["ORD"] + codes["TIM"] < 500


def test_old_rules_are_for_those_who_began_before_2013(files):
    for line in files[2024].files[4].path.read_text("cp1252").splitlines()[1:]:
        cells = line.split(";")
        if cells[5:6] == ["FLG"]:
            assert cells[3] < "2013"


def test_a_spell_over_new_year_stands_in_both_extracts_from_the_same_day(files):
    before, after = [text for _, text in texts(files[2024])][:2]
    open_ended = {tuple(line.split(";")[:5]) for line in before.splitlines() if line.split(";")[5:6] == [""]}
    of_2024 = {tuple(line.split(";")[:5]) for line in after.splitlines()}
    crossing = [key for key in of_2024 if key[4].endswith("-2023")]
    assert len(crossing) > 400
    told = {key[0] for key in open_ended}
    assert all(key[0] in told for key in crossing)


def test_every_person_number_is_made_up(files):
    for written in files.values():
        for _, text in texts(written):
            found = re.findall(r"^\"?(\d{2})\d{4}-?\d{4};", text, re.MULTILINE)
            assert len(found) > 500
            assert min(map(int, found)) > 60


def test_the_reader_is_told_what_is_made_up(files):
    text = files[2024].read_me.read_text("utf-8")
    for words in (
        "Alle personer er opdigtede",
        "All persons are made up",
        "opdigtet, i forhold som året efter",
        "253",
        "2.894",
        "2,894",
    ):
        assert words in text
    assert "256 (trykt 247)" in files[2017].read_me.read_text("utf-8")
    assert len(files[2024].made_up) > 5


def test_progress_ends_with_all_files(tmp_path):
    told = []
    written = write(tmp_path, 2017, progress=lambda step, done, total: told.append((step, done, total)))
    assert told[0][1:] == (0, len(written.files))
    assert told[-1][1:] == (len(written.files), len(written.files))


def test_a_factor_is_told_and_multiplies_rows(files, tmp_path):
    many = write(tmp_path, 2024, people_factor=3)
    assert "ganget med 3" in many.read_me.read_text("utf-8")
    assert 2.9 < many.files[2].rows / files[2024].files[2].rows < 3.1
    assert many.files[0].path.read_bytes() == files[2024].files[0].path.read_bytes()


@pytest.mark.parametrize(("year", "factor"), [(2023, 1), (2016, 1), (2024, 0)])
def test_other_years_and_factors_are_refused(year, factor, tmp_path):
    with pytest.raises(ValueError, match="2017 or 2024"):
        write(tmp_path, year, people_factor=factor)
