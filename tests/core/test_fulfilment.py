"""The three methods of combined fulfilment, on the figures that the notes print."""

from fractions import Fraction

import pytest

from maaltal.core.fulfilment import (
    Part,
    fulfilment,
    mean_of_groups,
    mean_of_rounded,
    target_weighted,
    weights,
)
from maaltal.core.rounding import percent


def part(group: str, measured: int | Fraction, target: int, municipal: int | None = None) -> Part:
    share = fulfilment(measured, target)
    assert share is not None
    return Part(group, share, municipal or target)


YEAR_2016 = (part("placements", 821, 1350), part("nytteindsats", 50, 170), part("fleksjob", 742, 751))
YEAR_2017 = (part("placements", 944, 1520), part("fleksjob", 718, 850))
YEAR_2024 = (part("placements", 913, 1084), part("fleksjob", 1014, 900))


def test_the_printed_percentages() -> None:
    assert percent(mean_of_groups(YEAR_2016)) == 63
    assert percent(mean_of_rounded(YEAR_2017)) == 73
    assert percent(target_weighted(YEAR_2024)) == 97


def test_like_for_like_all_three_years_weighted() -> None:
    assert [percent(target_weighted(parts)) for parts in (YEAR_2016, YEAR_2017, YEAR_2024)] == [71, 70, 97]


def test_sof_2017_is_the_mean_of_the_rounded_percentages() -> None:
    sof = (part("placements", 302, 280), part("fleksjob", 123, 138))
    assert percent(mean_of_rounded(sof)) == 99
    assert percent(mean_of_groups(sof)) == 98


def test_bif_2024_is_weighed_by_the_municipality_and_not_by_itself() -> None:
    placements = Fraction("37.4")
    municipal = (part("placements", placements, 56, 1084), part("fleksjob", 87, 47, 900))
    own = (part("placements", placements, 56), part("fleksjob", 87, 47))
    assert percent(target_weighted(municipal)) == 120
    assert percent(target_weighted(own)) == 121


def test_weights_are_shares_of_the_total() -> None:
    assert {group: percent(weight) for group, weight in weights(YEAR_2024).items()} == {
        "placements": 55,
        "fleksjob": 45,
    }


@pytest.mark.parametrize("target", [None, 0])
def test_no_target_no_fulfilment(target: int | None) -> None:
    assert fulfilment(5, target) is None
