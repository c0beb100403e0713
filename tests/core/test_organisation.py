"""The tree over time: moves, merges and splits never rewrite the past."""

from datetime import date

import pytest

from maaltal.core.organisation import Organisation, Unit, join

LONG_AGO, MOVE, CLOSE = date(2000, 1, 1), date(2024, 7, 1), date(2025, 1, 1)
TOP = (
    Unit("KK", "Kommunen", "municipality", None, LONG_AGO),
    Unit("BUF", "Børn og unge", "administration", "KK", LONG_AGO),
    Unit("SOF", "Social", "administration", "KK", LONG_AGO),
)
CENTRE = Unit("c", "Centret", "centre", "BUF", LONG_AGO)


def organisation(*units: Unit) -> Organisation:
    return join(TOP, (CENTRE,), units)


def test_a_move_counts_from_its_day() -> None:
    moving = organisation(
        Unit("u", "Enhed", "unit", "c", LONG_AGO, MOVE), Unit("u", "Enhed", "unit", "SOF", MOVE)
    )
    assert moving.path("u", date(2024, 6, 30)) == ("KK", "BUF", "c", "u")
    assert moving.path("u", MOVE) == ("KK", "SOF", "u")
    assert [(stay.last, stay.path[1]) for stay in moving.stays("u")] == [
        (date(2024, 6, 30), "BUF"),
        (None, "SOF"),
    ]


def test_a_parent_s_move_takes_the_unit_along() -> None:
    moved = organisation(Unit("u", "Enhed", "unit", "d", LONG_AGO),
                         Unit("d", "Center", "centre", "BUF", LONG_AGO, MOVE), Unit("d", "Center", "centre", "SOF", MOVE))  # fmt: skip
    assert moved.is_within("u", "BUF", date(2024, 6, 30))
    assert moved.is_within("u", "SOF", MOVE)


def test_a_merged_unit_counts_in_its_successor_through_a_chain() -> None:
    merged = organisation(
        Unit("a", "A", "unit", "c", LONG_AGO, MOVE, successor="b"),
        Unit("b", "B", "unit", "c", LONG_AGO, CLOSE, successor="d"),
        Unit("d", "D", "unit", "SOF", LONG_AGO),
    )
    assert [stay.path[-1] for stay in merged.stays("a")] == ["a", "b", "d"]


def test_a_closed_unit_without_successor_keeps_its_days() -> None:
    assert organisation(Unit("a", "A", "unit", "c", LONG_AGO, MOVE)).path("a", CLOSE) == (
        "KK",
        "BUF",
        "c",
        "a",
    )


def test_a_rename_is_no_move() -> None:
    renamed = organisation(Unit("u", "Før", "unit", "c", LONG_AGO, MOVE), Unit("u", "Nu", "unit", "c", MOVE))
    assert len(renamed.stays("u")) == 1
    assert (renamed.on("u", date(2024, 1, 1)).name, renamed.on("u", MOVE).name) == ("Før", "Nu")


def test_children_are_those_of_the_day() -> None:
    units = organisation(Unit("a", "A", "unit", "c", LONG_AGO, MOVE), Unit("b", "B", "unit", "c", MOVE))
    assert [unit.code for unit in units.children("c", LONG_AGO)] == ["a"]
    assert [unit.code for unit in units.below("BUF", MOVE)] == ["BUF", "c", "b"]


def test_a_circle_is_named() -> None:
    circle = organisation(Unit("x", "X", "unit", "y", LONG_AGO), Unit("y", "Y", "unit", "x", LONG_AGO))
    with pytest.raises(ValueError, match="x > y > x"):
        circle.path("x", MOVE)


def test_one_root() -> None:
    assert organisation().root.code == "KK"
    with pytest.raises(ValueError, match="one unit without a parent"):
        _ = join(TOP, (Unit("XX", "To", "municipality", None, LONG_AGO),)).root
