"""Stored rows as core's spells, clipped to the days that count."""

from fractions import Fraction

from maaltal.core.spells import Spell
from maaltal.store import counted_rows, database, spells
from tests.store.given import after, day, load, row


def test_rows_are_clipped_to_the_days_that_count(store):
    load(store, "2024", [
        row("before", "2012-05-01", "2024-02-29", hours=1850),
        row("running", "2024-12-31"),
        row("planned", "2024-06-01", "2025-06-01", retention=True),
        row("ended before", "2020-01-01", "2023-12-31"),
        row("begins after", "2025-01-01"),
    ])  # fmt: skip
    assert spells(store.view()) == [
        Spell("before", "fleksjob", "BUF", day("2024-01-01"), day("2024-02-29"), day("2012-05-01"), day("2024-02-29"), Fraction(37, 2)),
        Spell("running", "fleksjob", "BUF", day("2024-12-31"), day("2024-12-31"), day("2024-12-31")),
        Spell("planned", "fleksjob", "BUF", day("2024-06-01"), day("2024-12-31"), day("2024-06-01"), day("2025-06-01"), retention=True),
    ]  # fmt: skip


def test_a_row_around_a_corrected_month_stands_on_both_sides_of_it(store):
    load(store, "2024", [row("anna", "2024-02-15", "2024-04-15")])
    load(store, "2024-03", [], at=after(1))
    assert [(spell.first, spell.last, spell.began) for spell in spells(store.view())] == [
        (day("2024-02-15"), day("2024-02-29"), day("2024-02-15")),
        (day("2024-04-01"), day("2024-04-15"), day("2024-02-15")),
    ]


def test_an_empty_store_has_no_rows_but_all_columns(store):
    assert spells(store.view()) == []
    with database() as connection:
        empty = connection.execute(f"DESCRIBE {counted_rows(store.view().parts)}").fetchall()
        load(store, "2024")
        full = connection.execute(f"DESCRIBE {counted_rows(store.view().parts)}").fetchall()
    assert [column[:2] for column in empty] == [column[:2] for column in full]
