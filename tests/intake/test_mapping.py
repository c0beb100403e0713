"""Layouts, and the mapping of another municipality."""

import pytest

from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period, year
from maaltal.intake.errors import IntakeError
from maaltal.intake.layouts import FIELDS, SET_ASIDE, SHIPPED, own, plain, shipped
from maaltal.intake.receive import Asked, Known
from tests.intake.made import KEY, MUNICIPALITY, UNITS, received, write

HEADER = ("Personnr.", "AnsForhold", "Sted", "Startet den", "Sluttet den", "Ugetimer", "Fastholdt")
ROW = dict(zip(HEADER, ("610190-1234", "31", "1003400009", "01.03.2020", "", "12,5", "S"), strict=True))
MAPPING = """
extends = "payroll"
source = "kmd loen"
period = "2024-10"

[columns]
person = "Personnr."
scheme = "AnsForhold"
production_unit = ["Sted"]
start_date = "Startet den"
end_date = "Sluttet den"
hours = "Ugetimer"
retention = "Fastholdt"

[values.scheme]
31 = "fleksjob"
10 = "set aside"

[values.unit]
1003400009 = "E1"

[values.yes_no]
S = true
"""


def asked(tmp_path, text, period=None):
    (tmp_path / "vores.toml").write_text(text)
    return Asked(mapping=tmp_path / "vores.toml", period=period)


def test_a_mapping_of_another_municipality(tmp_path):
    file = write(tmp_path / "loen.csv", HEADER, ROW, ROW | {"AnsForhold": "10"}, ROW | {"AnsForhold": "99"})
    got = received(file, asked=asked(tmp_path, MAPPING))
    assert (got.result.source, got.result.layout) == ("kmd loen", "payroll:vores")
    assert got.result.period == parse_period("2024-10")
    assert (dict(got.result.set_aside), got.codes) == ({"10": 1}, ["unknown-contract-code"])
    spell = got.spells[0]
    assert (spell["scheme"], spell["unit"], spell["hours"], spell["retention"]) == (
        "fleksjob",
        "E1",
        1250,
        True,
    )


def test_what_the_user_says_goes_before_the_mapping(tmp_path):
    got = received(write(tmp_path / "l.csv", HEADER, ROW), asked=asked(tmp_path, MAPPING, year(2024)))
    assert got.result.period == year(2024)


def test_a_fixed_value_stands_for_a_column_that_is_not_there(tmp_path):
    text = MAPPING.replace('scheme = "AnsForhold"\n', "") + '\n[fixed]\nscheme = "31"\n'
    assert (
        received(write(tmp_path / "l.csv", HEADER, ROW), asked=asked(tmp_path, text)).spells[0]["scheme"]
        == "fleksjob"
    )


def test_a_mapping_to_an_unknown_unit_is_found_out(tmp_path):
    text = MAPPING.replace('= "E1"', '= "E77"')
    got = received(write(tmp_path / "l.csv", HEADER, ROW), asked=asked(tmp_path, text))
    assert [(finding.rule.code, finding.value) for finding in got.findings] == [("unknown-unit", "E77")]


def test_a_mapping_settles_a_place_that_several_units_have(tmp_path):
    places = (Unit("A", "A", "unit", "BUF", year(2000).start, production_unit="1003400009"),
              Unit("B", "B", "unit", "BUF", year(2000).start, production_unit="1003400009"))  # fmt: skip
    known = Known(MUNICIPALITY, (*UNITS, *places), key=KEY)
    unsettled = MAPPING.replace('1003400009 = "E1"', "")
    assert received(write(tmp_path / "l.csv", HEADER, ROW), known, asked(tmp_path, unsettled)).codes == [
        "ambiguous-production-unit"
    ]
    settled = MAPPING.replace('= "E1"', '= "B"')
    assert (
        received(write(tmp_path / "m.csv", HEADER, ROW), known, asked(tmp_path, settled)).spells[0]["unit"]
        == "B"
    )


@pytest.mark.parametrize(
    "text",
    ['extends = "nothing"', "not toml", '[columns]\nperson = "x"', 'extends = "payroll"\n[columns]\nshoe = "Sko"',
     'extends = "payroll"\nsource = "../x"', 'extends = "payroll"\nperiod = "soon"', 'extends = "payroll"\ncolumns = 3'],
)  # fmt: skip
def test_a_mapping_that_cannot_be_used_says_why(tmp_path, text):
    with pytest.raises(IntakeError, match=r"vores\.toml"):
        received(write(tmp_path / "l.csv", HEADER, ROW), asked=asked(tmp_path, text))


def test_a_mapping_that_is_not_there(tmp_path):
    with pytest.raises(IntakeError, match="kan ikke bruges"):
        own(tmp_path / "none.toml")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_layouts_are_sound(name):
    layout = shipped(name)
    assert set(layout.columns) <= set(FIELDS[layout.kind])
    accepted = [plain(word) for words in layout.columns.values() for word in set(map(plain, words))]
    assert len(accepted) == len(set(accepted)), "one name, two fields"
    assert set(layout.values.get("scheme", {}).values()) <= {*MUNICIPALITY.schemes, SET_ASIDE}


def test_placements_know_every_scheme_by_code_and_both_labels():
    words = shipped("placements").values["scheme"]
    for scheme in MUNICIPALITY.schemes.values():
        for word in (scheme.code, scheme.label.da, scheme.label.en):
            assert words[word.lower()] == scheme.code


def test_column_names_are_read_as_people_write_them():
    assert len({plain(name) for name in ("Timer pr. uge", "timer_pr_uge", " TIMER  pr uge")}) == 1
