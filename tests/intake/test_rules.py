"""Every rule: a row that breaks it, beside a row that does not."""

import json
from datetime import date

import pytest

from maaltal.core.text import Text
from maaltal.intake.receive import Asked
from maaltal.intake.rules import RULES
from tests.intake.made import (
    EMPLOYEE,
    ORGANISATION,
    OUTCOME,
    OUTCOMES,
    PAYROLL,
    PLACEMENT,
    PLACEMENTS,
    UNIT,
    received,
    write,
)

OTHER = {"CPR-nummer": "620290-1234"}
BROKEN = {
    "missing-person": {"CPR-nummer": ""},
    "cpr-form": {"CPR-nummer": "10190-1234"},
    "cpr-date": {"CPR-nummer": "923190-1234"},
    "modulus-11": {"CPR-nummer": "070761-4286"},
    "missing-scheme": {"Ordning": ""},
    "unknown-scheme": {"Ordning": "Kurbad"},
    "scheme-not-valid": {"Ordning": "Småjob", "Startdato": "01-01-2019"},
    "longer-than-allowed": {"Ordning": "virksomhedspraktik", "Slutdato": "30-08-2024"},
    "missing-unit": {"Enhed": ""},
    "unknown-unit": {"Enhed": "E77"},
    "unknown-production-unit": {"Enhed": "", "P-nummer": "1003499999"},
    "ambiguous-production-unit": {"Enhed": "", "P-nummer": "1003400003"},
    "unit-not-valid": {"Enhed": "E2", "Startdato": "01-07-2024"},
    "unit-closed": {"Enhed": "E2", "Slutdato": "01-07-2024"},
    "missing-start": {"Startdato": ""},
    "unreadable-date": {"Startdato": "31-02-2024"},
    "end-before-start": {"Startdato": "01-09-2024"},
    "implausible-date": {"Slutdato": "01-01-2075"},
    "outside-period": {"Startdato": "01-03-2023", "Slutdato": "31-12-2023"},
    "unreadable-hours": {"Timer pr. uge": "fuld tid"},
    "hours-out-of-range": {"Timer pr. uge": "60,01"},
    "hours-missing": {"Timer pr. uge": ""},
    "unknown-yes-no": {"Nytteprojekt": "måske"},
}
PASSING = {
    "modulus-11": {"CPR-nummer": "070761-4285"},
    "scheme-not-valid": {"Ordning": "Småjob", "Startdato": "02-01-2019", "Slutdato": "01-03-2024"},
    "longer-than-allowed": {"Ordning": "virksomhedspraktik", "Slutdato": "29-08-2024"},
    "unknown-production-unit": {"Enhed": "", "P-nummer": "1003400001"},
    "ambiguous-production-unit": {"Enhed": "", "P-nummer": "10 03 40 00 02", "Slutdato": "30-06-2024"},
    "unit-not-valid": {"Enhed": "E2", "Startdato": "30-06-2024", "Slutdato": "30-06-2024"},
    "unit-closed": {"Enhed": "E2", "Slutdato": "30-06-2024"},
    "unreadable-date": {"Startdato": "29-02-2024"},
    "implausible-date": {"Startdato": "01-01-2024", "Slutdato": "31-12-9999"},
    "outside-period": {"Startdato": "01-03-2023", "Slutdato": "01-01-2024"},
    "unreadable-hours": {"Timer pr. uge": "18.5"},
    "hours-out-of-range": {"Timer pr. uge": "60"},
    "unknown-yes-no": {"Nytteprojekt": "JA"},
}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """One file of rows that break a rule each, and one of rows that just keep it; codes by row."""
    folder = tmp_path_factory.mktemp("rules")
    found = {}
    for name, cells in (("broken", BROKEN), ("passing", {rule: PASSING.get(rule, {}) for rule in BROKEN})):
        rows = [{"CPR-nummer": f"610190-{1000 + n}"} | cells[rule] for n, rule in enumerate(BROKEN)]
        got = received(write(folder / f"{name}.csv", PLACEMENTS, *(PLACEMENT | row for row in rows)))
        found[name] = (
            got,
            [
                {finding.rule.code for finding in got.findings if finding.row == row}
                for row in range(2, 2 + len(rows))
            ],
        )
    return found


@pytest.mark.parametrize("rule", BROKEN)
def test_a_row_that_breaks_a_rule_and_one_that_just_keeps_it(both, rule):
    place = list(BROKEN).index(rule)
    if rule != "hours-missing":
        assert rule in both["broken"][1][place]
        assert both["broken"][1][place] <= {rule, "longer-than-allowed"}
    assert rule not in both["passing"][1][place]


def test_only_errors_reject(both):
    errors = [rule for rule in BROKEN if RULES[rule].severity == "error"]
    result = both["broken"][0].result
    assert (result.rejected, result.accepted) == (len(errors), len(BROKEN) - len(errors))
    assert (both["passing"][0].result.rejected, both["passing"][0].result.accepted) == (0, len(BROKEN))


def test_missing_hours_are_told_once_for_the_file(both):
    missing = [finding for finding in both["broken"][0].findings if finding.rule.code == "hours-missing"]
    assert [(finding.row, finding.value) for finding in missing] == [(None, "1")]
    assert "hours-missing" not in both["passing"][0].codes


@pytest.mark.parametrize(
    ("rule", "second", "passing"),
    [
        ("duplicate-row", {}, {"Timer pr. uge": "36"}),
        (
            "overlap-same-scheme",
            {"Startdato": "31-08-2024", "Slutdato": ""},
            {"Startdato": "01-09-2024", "Slutdato": ""},
        ),
        ("overlap-other-scheme", {"Ordning": "Småjob"}, {"Ordning": "Småjob", "CPR-nummer": "610190-1235"}),
    ],
)
def test_rules_between_rows(tmp_path, rule, second, passing):
    broken = received(write(tmp_path / "a.csv", PLACEMENTS, PLACEMENT, PLACEMENT | second))
    finding = next(finding for finding in broken.findings if finding.rule.code == rule)
    assert (finding.row, finding.other) == (3, "2")
    assert rule not in received(write(tmp_path / "b.csv", PLACEMENTS, PLACEMENT, PLACEMENT | passing)).codes


def test_contract_codes_are_schemes_or_set_aside_or_unknown(tmp_path):
    rows = [EMPLOYEE | {"Overenskomstkode": code} for code in ("FLX", "ord", "TIM", "TIM", "XXX")]
    got = received(write(tmp_path / "loen.csv", PAYROLL, *rows))
    assert dict(got.result.set_aside) == {"ORD": 1, "TIM": 2}
    assert got.codes == ["unknown-contract-code"]
    assert (got.result.accepted, got.result.rejected, got.spells[0]["scheme"]) == (1, 1, "fleksjob")
    assert (got.spells[0]["hours"], got.spells[0]["retention"]) == (1250, True)


@pytest.mark.parametrize("line", ["610190-1234;Løntilskud;E1", "a;b;c;d;e;f;g;h;i"])
def test_a_line_of_another_width_is_rejected_and_moves_nothing(tmp_path, line):
    file = write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT, PLACEMENT | OTHER)
    lines = file.read_text().splitlines()
    file.write_text("\n".join([*lines[:2], line, "", lines[2]]))
    got = received(file)
    assert [(finding.rule.code, finding.row) for finding in got.findings] == [("wrong-cells", 3)]
    assert [spell["source_row"] for spell in got.spells] == [2, 5]


def test_a_quotation_mark_that_swallows_rows(tmp_path):
    """The cells add up to the right number, so nothing else would tell."""
    file = write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT)
    good = file.read_text().splitlines()[1]
    first, last = good.replace(";E1;", ';"E1;'), good.replace(";E1;", ';E1";')
    file.write_text("\n".join([file.read_text().splitlines()[0], good, first, last]))
    got = received(file)
    assert [(finding.rule.code, finding.row) for finding in got.findings] == [("stray-quote", 3)]


def test_a_sheet_with_another_header_is_told(tmp_path):
    import xlsxwriter

    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    for name, rows in (("Data", [PLACEMENTS, PLACEMENT.values()]), ("Noter", [["Husk ferie"]])):
        sheet = book.add_worksheet(name)
        for n, row in enumerate(rows):
            sheet.write_row(n, 0, row)
    book.close()
    got = received(tmp_path / "p.xlsx")
    assert [(finding.rule.code, finding.value) for finding in got.findings] == [("sheet-skipped", "Noter")]
    assert got.result.accepted == 1


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("missing-kind", {"Art": ""}),
        ("unknown-kind", {"Art": "Orlov"}),
        ("cpr-form", {"CPR-nummer": "x"}),
        ("unreadable-date", {"Til": "2024-13-01"}),
        ("end-before-start", {"Til": "2024-01-01"}),
        ("missing-start", {"Fra": ""}),
    ],
)
def test_outcomes(tmp_path, rule, cells):
    got = received(write(tmp_path / "udfald.csv", OUTCOMES, OUTCOME, OUTCOME | cells))
    assert got.codes == [rule]
    assert (got.result.accepted, got.result.rejected) == (1, 1)


def organisation(tmp_path, *rows):
    got = received(
        write(tmp_path / "organisation.csv", ORGANISATION, *(UNIT | row for row in rows)), asked=Asked()
    )
    return got.codes, json.loads((got.folder / "units.json").read_text())


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("missing-code", [{"Enhedskode": ""}]),
        ("missing-name", [{"Navn": ""}]),
        ("missing-valid-from", [{"Gyldig fra": ""}]),
        ("unreadable-date", [{"Gyldig fra": "2010-02-30"}]),
        ("end-before-start", [{"Gyldig til": "2009-12-31"}]),
        ("unknown-level", [{"Niveau": "Sektion"}]),
        ("missing-parent", [{"Overordnet": ""}]),
        ("unknown-parent", [{"Overordnet": "C77"}]),
        ("cycle", [{"Overordnet": "E9"}]),
        ("versions-overlap", [{"Gyldig til": "2015-12-31"}, {"Gyldig fra": "2015-12-31"}]),
        ("duplicate-row", [{}, {}]),
        ("validity-gap", [{"Gyldig til": "2015-12-31"}, {"Gyldig fra": "2016-01-02"}]),
        ("unknown-successor", [{"Efterfølger": "E77"}]),
        ("no-production-unit", [{"P-nummer": "6101901234"}]),
    ],
)  # fmt: skip
def test_the_organisation(tmp_path, rule, rows):
    codes, units = organisation(tmp_path, *rows)
    assert codes == [rule]
    assert len(units) == len(rows) - (RULES[rule].severity == "error")


def test_a_sound_organisation(tmp_path):
    codes, units = organisation(
        tmp_path, {"Gyldig til": "2015-12-31"}, {"Gyldig fra": "2016-01-01", "Overordnet": "C9"},
        {"Enhedskode": "C9", "Niveau": "Center", "P-nummer": ""},
    )  # fmt: skip
    assert codes == []
    assert [(unit["valid_from"], unit["valid_to"]) for unit in units[:2]] == [
        ("2010-01-01", "2016-01-01"), ("2016-01-01", None),
    ]  # fmt: skip


def test_what_lies_below_a_rejected_unit_is_rejected_with_it(tmp_path):
    codes, units = organisation(
        tmp_path,
        {"Niveau": "?"},
        {"Enhedskode": "E10", "Overordnet": "E9"},
        {"Enhedskode": "E11", "Overordnet": "E10"},
    )
    assert codes == ["unknown-level", "unknown-parent", "unknown-parent"]
    assert units == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_speaks_both_languages(rule):
    for text in (rule.title, rule.wrong, rule.mend):
        assert isinstance(text, Text)
        assert text.da != text.en
        text.en.format(value="", other="")
        text.da.format(value="", other="")


def test_a_leap_day_is_no_trouble_for_what_is_too_far_ahead(tmp_path):
    from maaltal.core.periods import from_to

    got = received(
        write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT),
        asked=Asked(period=from_to(date(2024, 1, 1), date(2024, 2, 28))),
    )
    assert "implausible-date" not in got.codes
