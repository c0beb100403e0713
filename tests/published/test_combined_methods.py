"""The three methods of combined fulfilment, and the like-for-like figure where the method changed."""

from fractions import Fraction

import pytest

from maaltal.core.fulfilment import METHODS, Part, fulfilment
from maaltal.core.rounding import percent
from maaltal.core.status import parts_of
from maaltal.definitions.load import load_municipality
from tests.published.printed import GIVEN


def parts_2016() -> tuple[Part, ...]:
    """821 of 1,350, 50 of 170 and 742 of 751 are given numbers: no day of 2016 is known."""
    numbers = {(figure.scheme, figure.measure): figure.printed for figure in GIVEN}
    groups = dict.fromkeys(scheme for scheme, measure in numbers if measure == "target")
    return tuple(
        Part(
            code,
            fulfilment(numbers[code, "status"], numbers[code, "target"]) or Fraction(0),
            numbers[code, "target"],
        )
        for code in groups
    )


def parts(year: int, measured) -> tuple[Part, ...]:
    if year == 2016:
        return parts_2016()
    period = {2017: "2017-01..2017-10", 2023: "2023", 2024: "2024"}[year]
    made = measured[period, "KK"]
    return parts_of(made.groups, made.target_set, "KK")


@pytest.mark.parametrize(("year", "combined"), [(2016, 63), (2017, 73), (2023, 88), (2024, 97)])
def test_the_method_of_the_year(year, combined, measured):
    method = load_municipality().method_in(year)
    assert method is not None
    assert percent(method.combine(parts(year, measured))) == combined


@pytest.mark.parametrize(("year", "weighted"), [(2016, 71), (2017, 70), (2024, 97)])
def test_like_for_like(year, weighted, measured):
    assert percent(METHODS["target-weighted"](parts(year, measured))) == weighted


def test_2016_as_printed():
    printed = {figure.scheme: figure.printed for figure in GIVEN if figure.measure == "fulfilment"}
    computed = {part.group: percent(part.fulfilment) for part in parts_2016()}
    assert computed == {scheme: number for scheme, number in printed.items() if scheme != "all"}
    assert printed["all"] == 63


def test_own_weights_would_print_121_for_bif(measured):
    made = measured["2024", "BIF"]
    own = [Part(line.group.code, line.fulfilment, line.target) for line in made.groups]
    assert percent(METHODS["target-weighted"](own)) == 121
    assert percent(made.combined.value) == 120
