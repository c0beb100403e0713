from datetime import date

import pytest

from maaltal.core.organisation import Organisation
from maaltal.sample.organisation import organisation, shared_p_number

NEW_YEAR_2024 = date(2024, 1, 1)


@pytest.fixture(scope="module")
def made() -> Organisation:
    from maaltal.definitions.load import load_municipality

    return organisation(load_municipality())


def of_level(made: Organisation, level: str, day: date):
    return [unit for unit in made.below("KK", day) if unit.level == level and unit.valid_on(day)]


def test_size(made):
    assert len(of_level(made, "administration", NEW_YEAR_2024)) == 7
    assert len(of_level(made, "centre", NEW_YEAR_2024)) == 60
    assert len(of_level(made, "unit", NEW_YEAR_2024)) == 600


def test_uneven_depth(made):
    depths = {len(made.path(unit.code, NEW_YEAR_2024)) for unit in of_level(made, "unit", NEW_YEAR_2024)}
    assert depths == {3, 4, 5}


def test_every_centre_has_units(made):
    assert all(
        made.children(centre.code, NEW_YEAR_2024) for centre in of_level(made, "centre", NEW_YEAR_2024)
    )


def test_everything_is_visibly_made_up(made):
    for unit in made.units[8:]:
        assert unit.name.startswith("Prøve")
        assert unit.leader is None or unit.leader.startswith("Prøveleder ")
        assert unit.production_unit is None or (unit.production_unit[:2], len(unit.production_unit)) == (
            "99",
            10,
        )


def test_a_few_places_are_vacant_and_a_few_have_no_p_number(made):
    units = of_level(made, "unit", NEW_YEAR_2024)
    assert 0 < sum(unit.leader is None for unit in units) < 40
    assert 0 < sum(unit.production_unit is None for unit in units) < 40
    assert shared_p_number(made)


def test_a_merge(made):
    before, after = date(2024, 6, 30), date(2024, 7, 1)
    assert made.path("SUF-041", before)[-1] == "SUF-041"
    assert made.path("SUF-041", after)[-1] == made.path("SUF-042", after)[-1] == "SUF-111"
    assert not made.valid_on("SUF-111", before)


def test_a_split_has_no_successor_but_keeps_its_days(made):
    after = date(2024, 4, 1)
    assert not made.valid_on("SOF-020", after)
    assert made.path("SOF-020", after)[1] == "SOF"
    assert made.valid_on("SOF-111", after)
    assert made.valid_on("SOF-112", after)


def test_a_move_between_administrations_at_new_year(made):
    assert made.path("BUF-219", date(2023, 12, 31))[1] == "BUF"
    assert made.path("BUF-219", NEW_YEAR_2024)[1] == "KFF"


def test_moves_within_an_administration(made):
    assert made.path("BUF-031", date(2024, 7, 31)) != made.path("BUF-031", date(2024, 8, 1))
    assert "SUF-C02" not in made.path("SUF-C06", date(2024, 9, 30))
    assert made.path("SUF-C06", date(2024, 10, 1)) == ("KK", "SUF", "SUF-C02", "SUF-C06")


def test_a_new_name_and_a_new_leader(made):
    assert [unit.name for unit in made.versions["TMF-012"]][1].endswith("(nyt navn)")
    assert [unit.leader for unit in made.versions["BIF-004"]][1:] == [None, "Prøveleder 999"]
