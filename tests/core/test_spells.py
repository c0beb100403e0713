"""The contract of a spell's columns, and the gap rule."""

from datetime import date
from fractions import Fraction

import pytest

from maaltal.core.spells import SPELL_COLUMNS, Spell, runs


def spell(
    first: str, last: str, began: str | None = None, ended: str | None = None, unit: str = "u"
) -> Spell:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return Spell(
        "p",
        "fleksjob",
        unit,
        start,
        end,
        date.fromisoformat(began or first),
        date.fromisoformat(ended) if ended else None,
    )


def test_days_lie_inside_the_registered_dates() -> None:
    with pytest.raises(ValueError, match="inside its registered dates"):
        spell("2024-01-01", "2024-01-31", began="2024-01-02")
    with pytest.raises(ValueError, match="inside its registered dates"):
        spell("2024-01-01", "2024-01-31", ended="2024-01-30")


def test_a_break_of_a_whole_day_makes_a_new_run() -> None:
    joined = list(
        runs(
            [
                spell("2024-01-01", "2024-01-31"),
                spell("2024-02-01", "2024-02-10"),
                spell("2024-02-12", "2024-02-20"),
            ]
        )
    )
    assert [(run.first.day, run.last.day) for run in joined] == [(1, 10), (12, 20)]


def test_a_short_registration_inside_a_long_one_does_not_break_the_run() -> None:
    inside = [
        spell("2024-01-01", "2024-06-30"),
        spell("2024-02-01", "2024-02-10"),
        spell("2024-07-01", "2024-07-10"),
    ]
    assert len(list(runs(inside))) == 1


def test_units_are_runs_of_their_own() -> None:
    assert (
        len(list(runs([spell("2024-01-01", "2024-01-31"), spell("2024-02-01", "2024-02-10", unit="v")]))) == 2
    )


def test_beginning_and_ending_are_registered_dates() -> None:
    clipped, ended = (
        spell("2024-01-01", "2024-01-31", began="2012-05-01"),
        spell("2024-02-01", "2024-02-10", ended="2024-02-10"),
    )
    (run,) = runs([clipped, ended])
    assert (run.begins, run.ends) == (False, True)


def test_the_old_rules_are_for_fleksjob_begun_before_2013() -> None:
    assert spell("2024-01-01", "2024-01-31", began="2012-12-31").before_reform
    assert not spell("2024-01-01", "2024-01-31", began="2013-01-01").before_reform


def test_hours_are_shares_of_37() -> None:
    assert spell("2024-01-01", "2024-01-31").full_time_share == 1
    assert Spell(
        "p", "smaajob", "u", date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 1), hours=Fraction("18.5")
    ).full_time_share == Fraction(1, 2)


def test_the_contract_names_each_column_once() -> None:
    assert [column.name for column in SPELL_COLUMNS] == [
        "person", "scheme", "unit", "start_date", "end_date", "hours", "retention", "excluded",
    ]  # fmt: skip
