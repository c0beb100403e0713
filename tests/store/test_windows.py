"""Of the extracts of one source, the newest that covers a day answers for it."""

from datetime import UTC, date, datetime

import pytest

from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period
from maaltal.store import OUTCOMES
from tests.store.given import NOON, after, answering, commit, day, load, load_units

TOP = Unit("KK", "Kommunen", "municipality", None, day("2000-01-01"))
BELOW = Unit(
    "BUF",
    "Børn & unge",
    "administration",
    "KK",
    day("2000-01-01"),
    day("2024-07-01"),
    "SOF",
    "Leder",
    "1012345678",
)


def test_a_later_extract_of_the_same_period_replaces_the_earlier(store):
    load(store, "2024")
    load(store, "2024", at=after(1))
    assert answering(store) == [("2", "2024")]
    assert answering(store, after(0)) == [("1", "2024")]


def test_extracts_of_the_year_to_date_grow(store):
    for month in range(1, 4):
        load(store, f"2024-01..2024-{month:02}", at=after(month))
    assert answering(store) == [("3", "2024-Q1")]
    assert [len(standing.superseded_by) for standing in store.standings()] == [1, 1, 0]
    assert store.standings()[0].superseded_by == ("2025-0003-placements",)


def test_a_shorter_extract_leaves_the_rest_to_the_longer(store):
    load(store, "2024")
    load(store, "2024-01..2024-10", at=after(1))
    assert answering(store) == [("1", "2024-11..2024-12"), ("2", "2024-01..2024-10")]


def test_years_stand_beside_each_other(store):
    load(store, "2023")
    load(store, "2024", at=after(1))
    assert answering(store) == [("1", "2023"), ("2", "2024")]
    assert store.view().covered() == (parse_period("2023..2024"),)


def test_a_late_correction_of_one_month_in_the_middle(store):
    load(store, "2024")
    load(store, "2024-03", at=after(1))
    assert answering(store) == [("1", "2024-01..2024-02"), ("1", "2024-04..2024-12"), ("2", "2024-03")]
    standing = store.standings()[0]
    assert standing.counts
    assert standing.superseded_by == ("2025-0002-placements",)


def test_undoing_the_newer_lets_the_older_answer_again(store):
    load(store, "2024")
    newer = load(store, "2024", at=after(1))
    store.undo(newer.id, after(2))
    assert answering(store) == [("1", "2024")]
    assert answering(store, after(1)) == [("2", "2024")]
    assert answering(store, after(2)) == [("1", "2024")]
    assert [(standing.counts, standing.superseded_by) for standing in store.standings()] == [
        (True, ()),
        (False, ()),
    ]


def test_a_view_knows_nothing_of_what_came_after(store):
    batch = load(store, "2024")
    store.undo(batch.id, after(2))
    then = store.view(after(1))
    assert then.batches == (batch,)
    assert then.as_known == after(1)
    assert store.view().batches == ()
    assert store.view().as_known == after(2)
    assert store.standings(after(-1)) == ()


def test_sources_do_not_take_over_from_each_other(store):
    load(store, "2024")
    load(store, "2024-10", source="payroll", at=after(1))
    assert answering(store) == [("1", "2024"), ("2", "2024-10")]
    assert store.view().covered("payroll") == (parse_period("2024-10"),)
    assert store.view().covered("placements") == store.view().covered() == (parse_period("2024"),)
    assert store.view().covered("unknown") == ()


def test_outcomes_follow_the_same_rule_apart_from_spells(store):
    load(store, "2024")
    for days in (1, 2):
        with store.staging() as staging:
            (staging / OUTCOMES).write_bytes(b"")
            commit(store, staging, parse_period("2024"), after(days))
    view = store.view()
    assert answering(store) == [("1", "2024")]
    assert [(part.batch, part.window.code) for part in view.outcomes] == [("2025-0003-placements", "2024")]


def test_the_newest_organisation_answers_whoever_delivered_it(store):
    assert store.view().units == ()
    first = load_units(store, [TOP])
    second = load_units(store, [TOP, BELOW], after(1), source="os2mo")
    assert store.view().units == (TOP, BELOW)
    assert store.view(after(0)).units == (TOP,)
    assert [standing.superseded_by for standing in store.standings()] == [(second.id,), ()]
    assert not store.standings()[0].counts
    store.undo(second.id, after(2))
    assert store.view().units == (TOP,)
    store.undo(first.id, after(3))
    assert store.view().units == ()


@pytest.mark.parametrize(
    ("loaded", "known_on_the_10th"),
    [
        (datetime(2025, 7, 10, 21, 59, 59, tzinfo=UTC), True),
        (datetime(2025, 7, 10, 22, 0, 0, tzinfo=UTC), False),
        (datetime(2025, 1, 10, 22, 59, 59, tzinfo=UTC), True),
        (datetime(2025, 1, 10, 23, 0, 0, tzinfo=UTC), False),
    ],
)
def test_a_bare_date_means_the_end_of_that_day_in_denmark(store, loaded, known_on_the_10th):
    load(store, "2024", at=loaded)
    assert bool(store.view(date(2025, loaded.month, 10)).parts) == known_on_the_10th


def test_the_last_day_there_is_knows_all_and_the_first_nothing(store):
    load(store, "2024", at=NOON)
    assert store.view(date.max).parts == store.view().parts
    assert not store.view(date.min).parts


def test_a_time_of_day_needs_a_zone(store):
    with pytest.raises(ValueError, match="time zone"):
        store.view(datetime(2025, 1, 1))  # noqa: DTZ001
    assert store.view(NOON).parts == ()
