"""What loading a file would change."""

from pathlib import Path

import pytest

from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period
from maaltal.store import SPELLS, UNITS, Difference, Store, write_units
from maaltal.store.difference import MOST_EXAMPLES
from tests.store.given import after, day, load, load_units, row, write_spells

STORED = [row("same"), row("ends", "2024-02-01"), row("leaves", "2024-03-01"), row("hours", hours=1000)]


@pytest.fixture
def compare(store: Store, tmp_path: Path):
    def compare_with(rows, period="2024", source="placements") -> Difference:
        write_spells(tmp_path / SPELLS, rows)
        return store.difference(tmp_path / SPELLS, source, parse_period(period))

    return compare_with


def counts(difference: Difference) -> tuple[int, int, int, int]:
    return (difference.new, difference.changed, difference.gone, difference.unchanged)


def test_everything_is_new_to_an_empty_store(compare):
    assert counts(compare(STORED)) == (4, 0, 0, 0)


def test_the_same_again_changes_nothing(store, compare):
    load(store, "2024", STORED)
    assert counts(compare(STORED)) == (0, 0, 0, 4)
    assert compare(STORED).is_empty


def test_new_changed_gone_and_unchanged(store, compare):
    load(store, "2024", STORED)
    received = [
        row("same"),
        row("ends", "2024-02-01", "2024-11-30"),
        row("hours", hours=1200),
        row("comes"),
        row("too"),
    ]
    found = compare(received)
    assert counts(found) == (2, 2, 1, 1)
    by_kind = {(change.kind, (change.after or change.before).person): change for change in found.examples}
    assert set(by_kind) == {
        ("new", "comes"),
        ("new", "too"),
        ("changed", "ends"),
        ("changed", "hours"),
        ("gone", "leaves"),
    }
    assert by_kind["changed", "ends"].before.end_date is None
    assert by_kind["changed", "ends"].after.end_date == day("2024-11-30")
    assert (by_kind["changed", "hours"].before.hours, by_kind["changed", "hours"].after.hours) == (1000, 1200)
    assert by_kind["new", "too"].before is by_kind["gone", "leaves"].after is None


def test_only_rows_with_a_day_in_the_period_are_compared(store, compare):
    load(store, "2023..2024", [row("of 2023", "2023-01-01", "2023-12-31"), row("of both", "2023-06-01")])
    assert counts(compare([row("of both", "2023-06-01"), row("of 2025", "2025-01-01")], "2024")) == (
        0,
        0,
        0,
        1,
    )


def test_only_the_same_source_is_compared(store, compare):
    load(store, "2024", STORED)
    assert counts(compare(STORED, source="payroll")) == (4, 0, 0, 0)


def test_what_no_longer_counts_is_not_compared(store, compare):
    load(store, "2024", [row("old")])
    load(store, "2024", [row("now")], after(1))
    assert counts(compare([row("now")])) == (0, 0, 0, 1)


def test_a_row_in_several_windows_is_one(store, compare):
    load(store, "2024", [row("anna", "2024-02-15", "2024-04-15")])
    load(store, "2024-03", [row("anna", "2024-02-15", "2024-04-15")], after(1))
    assert counts(compare([row("anna", "2024-02-15", "2024-04-15")])) == (0, 0, 0, 1)


def test_one_spell_registered_twice_is_paired_off(store, compare):
    load(store, "2024", [row("anna", end="2024-03-31"), row("anna", end="2024-06-30")])
    assert counts(compare([row("anna", end="2024-03-31"), row("anna", end="2024-07-31")])) == (0, 1, 0, 1)
    assert counts(compare([row("anna", end="2024-03-31")])) == (0, 0, 1, 1)


def test_examples_are_few_and_of_every_kind(store, compare):
    load(store, "2024", [row(f"old {n}") for n in range(50)])
    found = compare([row(f"new {n}") for n in range(50)])
    assert (found.new, found.gone, len(found.examples)) == (50, 50, MOST_EXAMPLES)
    assert {change.kind for change in found.examples} == {"new", "gone"}


def test_units(store, tmp_path):
    def unit(code, name):
        return Unit(code, name, "unit", "KK", day("2020-01-01"))

    load_units(store, [unit("A", "a"), unit("B", "b"), unit("C", "c")])
    write_units(tmp_path / UNITS, [unit("B", "b"), unit("C", "renamed"), unit("D", "d")])
    found = store.difference(tmp_path, "organisation", None)
    assert counts(found) == (1, 1, 1, 1)
    assert [change.kind for change in found.examples] == ["gone", "changed", "new"]
    assert found.examples[1].after == (unit("C", "renamed"),)
