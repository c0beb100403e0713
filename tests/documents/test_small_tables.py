"""Targets, definitions, batches, findings, differences and measurements as tables."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from maaltal.core.catalogue import FULL_YEAR_PERSONS, HEADCOUNT
from maaltal.core.findings import Finding, Rule, Severity
from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period
from maaltal.core.sources import SOURCES
from maaltal.core.text import Text
from maaltal.documents.batches import batches_document
from maaltal.documents.column_widths import fit
from maaltal.documents.definitions import definitions_document
from maaltal.documents.differences import difference_table
from maaltal.documents.findings import FIRST, breaches, findings_table
from maaltal.documents.measurements import Measured, measurements_table
from maaltal.documents.numbers import show
from maaltal.documents.printing import note_text, printed
from maaltal.documents.targets import target_set_table
from maaltal.store.difference import Change, Difference, Row
from maaltal.store.view import Batch, Standing
from tests.documents.made import DATED, MUNICIPALITY, ROOT

BATCH = Batch(
    "2026-0001-payroll",
    "payroll",
    "payroll",
    parse_period("2024"),
    DATED,
    None,
    "loen.csv",
    "ab" * 32,
    Path(),
    1_170,
    315,
    13,
    2,
)


def rule(code: str, severity: Severity) -> Rule:
    return Rule(
        code,
        severity,
        Text("titel", "title"),
        Text("'{value}' er galt.", "'{value}' is wrong."),
        Text("Ret det.", "Mend it."),
    )


def test_targets_show_what_the_parts_lack() -> None:
    targets = MUNICIPALITY.target_set("2024-2025")
    assert targets
    table = target_set_table(targets, MUNICIPALITY)
    assert printed(table.cell("parts", "fleksjob"), "da") == "899"
    assert printed(table.cell("difference", "fleksjob"), "da") == "-1"
    assert note_text(table.notes[0], "da") == "Beslutning: vedtaget, Borgerrepræsentationen, 1. februar 2024."


def test_targets_without_parts_have_no_sum() -> None:
    targets = MUNICIPALITY.target_set("2015")
    assert targets
    assert [row.codes for row in target_set_table(targets, MUNICIPALITY).rows] == [("KK",)]


def test_definitions_say_when_they_hold() -> None:
    document = definitions_document(MUNICIPALITY)
    assert printed(document["schemes"].cell("smaajob", "valid"), "da") == "fra 2. januar 2019"
    assert printed(document["groups"].cell("nytteindsats", "valid"), "da") == "2016"
    assert printed(document["methods"].cell("mean-of-rounded", "valid"), "en") == "2017"


def test_batches_say_whether_they_count() -> None:
    whole = Standing(BATCH, (parse_period("2024"),))
    partly = Standing(BATCH, (parse_period("2024-H1"),), ("2026-0002-payroll",))
    gone = Standing(BATCH, (), ("2026-0002-payroll",))
    undone = Standing(replace(BATCH, undone_at=DATED))
    said = [
        show(batches_document([each])["batches"].cell(BATCH.id, "standing").value, "da")
        for each in (whole, partly, gone, undone)
    ]
    assert said == [
        "ja",
        "for 2024-H1; resten afløst af 2026-0002-payroll",
        "nej, afløst af 2026-0002-payroll",
        "taget tilbage 25. februar 2025 kl. 13.05",
    ]
    assert printed(batches_document([whole])["batches"].cell(BATCH.id, "sha256"), "da") == "abababababab"
    assert printed(batches_document([whole])["batches"].cell(BATCH.source, "source"), "da") in {
        words.da for words in SOURCES.values()
    }
    assert batches_document([])["batches"].notes[0].code == "none"


def test_findings_are_grouped_the_worst_first_with_their_first_rows() -> None:
    note, error = rule("small", "note"), rule("big", "error")
    found = [Finding(note, "f.csv", None, row, "Timer", "x") for row in range(2, 9)]
    found.append(Finding(error, "f.csv", "Ark", 9, "CPR", "010190-1234"))
    table = findings_table("findings", "f.csv", breaches(iter(found), {"small": 7, "big": 1, "never": 0}))
    assert [row.codes for row in table.rows] == [("big",), ("small",)]
    assert printed(table.cell("small", "count"), "da") == "7"
    said = [note_text(each, "da") for each in table.notes]
    assert said[0] == "big, ark 'Ark', række 9, kolonne 'CPR': '******-****' er galt. Ret det."
    assert len(said) == 1 + FIRST


def test_differences_tell_of_what_was_there_before_and_of_no_person() -> None:
    before = Row("f" * 32, "fleksjob", "BUF-001", date(2024, 1, 1), None, 3700, False, False)
    after = replace(before, end_date=date(2024, 6, 30))
    change, new = Change("changed", before, after), Change("new", None, (ROOT,))
    table = difference_table("d", "f.csv", Difference(1, 1, 0, 5, (change, new)))
    assert [note_text(each, "da") for each in table.notes] == [
        "ændrede: fleksjob i BUF-001, siden 1. januar 2024 -> fleksjob i BUF-001, 1. januar 2024 til 30. juni 2024",
        "nye: KK Københavns Kommune, under -",
    ]
    assert difference_table("d", "f.csv", Difference(9, 0, 0, 0, (new,))).notes == ()


def test_measurements_have_decimals_where_days_are_counted() -> None:
    unit = Unit("BUF", "Børne- og Ungdomsforvaltningen", "administration", "KK", date(2020, 1, 1))
    measured = [Measured(unit, parse_period("2024-03"), (Fraction(31, 7),))]
    years = measurements_table(FULL_YEAR_PERSONS, MUNICIPALITY.selections[:1], measured)
    assert printed(years.cell("BUF:2024-03", "loentilskud"), "da") == "4,43"
    heads = measurements_table(HEADCOUNT, MUNICIPALITY.selections[:1], measured)
    assert printed(heads.cell("BUF:2024-03", "loentilskud"), "da") == "4"


def test_columns_of_text_give_way_before_figures() -> None:
    rows = [["en lang tekst med mange ord", "1.234"]]
    assert fit(["Navn", "Samlet måltal"], rows, [False, True], 60) == [27, 12]
    assert fit(["Navn", "Samlet måltal"], rows, [False, True], 20) == [14, 6]
    assert fit(["Navn", "Samlet måltal"], rows, [False, True], 5) == [5, 6]
