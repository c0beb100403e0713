"""The one pass: rows of a person, in counting order, become whole-number changes in the cube.

The text is plain on purpose: it runs as it stands for a municipality's own rows, and is compiled by numba for a
country's (`engine/compiled.py`). It knows flat arrays (or lists) of whole numbers and nothing else.

A row changes the cube where its days begin and where they end; `engine/cube.py` adds up over time. The change is made
at the finest place and kind only. Wider cells (a node above, a selection of several kinds) get the sum of those below,
so here they get only what differs: a row of a person who was there already, by another row, adds less to them.
"""

from typing import Any, NamedTuple

type Numbers = Any
"""A list or a numpy array of whole numbers; numba is strict about which, mypy cannot be."""

RUNNING, PART_DAYS, HOURS, PART_HOURS, PART_WEEKDAYS, PERSONS, NEW_PERSONS, RUNS, NEW_RUNS, STARTS, ENDS = range(11)
FIELDS = 11
"""What a cell holds for each bucket: changes of running persons and hours, and of persons and runs in the bucket;
the days (and hours x days, hours x weekdays) from a change to the bucket's end; those who are new in the stretch."""

DAYS = 1 << 22
"""More than there are days. person x DAYS + day is a number that grows from person to person, so memories of earlier
persons need no wiping: they look like days before all days."""


class Plan(NamedTuple):
    """What is known before any row: days to buckets, stays to places, kinds to slots. See `engine/plan.py`."""

    low: int
    high: int
    after: int
    bucket: Numbers
    weekdays_left: Numbers
    ends: Numbers
    stretch: Numbers
    reach: Numbers
    slots: int
    wider_from: Numbers
    wider: Numbers
    runs_from: Numbers
    runs: Numbers
    chain_from: Numbers
    chain: Numbers
    stay_unit: Numbers
    stay_path: Numbers
    stay_first: Numbers
    earlier_from: Numbers
    earlier: Numbers


class Memory(NamedTuple):
    """What earlier rows of the same person leave behind; `run_*` by unit and slot, `covered` by place and slot."""

    covered: Numbers
    run_first: Numbers
    run_last: Numbers
    run_begun: Numbers
    run_ended: Numbers


class Rows(NamedTuple):
    """Rows in counting order: days are ordinals, `hours` hundredths, `begins` and `ends` whether registered so."""

    person: Numbers
    first: Numbers
    last: Numbers
    hours: Numbers
    kind: Numbers
    stay: Numbers
    begins: Numbers
    ends: Numbers


class Row(NamedTuple):
    mark: int
    first: int
    last: int
    hours: int
    kind: int
    stay: int
    path: int
    begins: int
    ends: int


def count(rows: Rows, plan: Plan, memory: Memory, cube: Numbers) -> None:
    """Add every row to the cube. Rows may come in several calls with one memory, each person's in counting order."""
    for n in range(len(rows.first)):
        stay = rows.stay[n]
        row = Row(
            rows.person[n] * DAYS, rows.first[n], rows.last[n], rows.hours[n], rows.kind[n],
            stay, plan.stay_path[stay], rows.begins[n], rows.ends[n],
        )  # fmt: skip
        if row.first < plan.high:
            count_days(row, is_alone(rows, n), plan, memory, cube)
        for slot in range(plan.runs_from[row.kind], plan.runs_from[row.kind + 1]):
            count_run(row, plan.runs[slot], plan, memory, cube)


def is_alone(rows: Rows, n: int) -> bool:
    """Whether the person is known to have this row only, so that nothing need be remembered."""
    return (
        0 < n < len(rows.person) - 1
        and rows.person[n - 1] != rows.person[n]
        and rows.person[n] != rows.person[n + 1]
    )


def count_days(row: Row, alone: bool, plan: Plan, memory: Memory, cube: Numbers) -> None:
    """Days and persons: at the row's own path and kind, and what differs in the wider cells."""
    spot = row.path * plan.slots + row.kind
    if alone:
        add_days(row, -1, 1, spot, plan, cube)
        return
    start = plan.reach[bucket_of(row.first, plan)] if row.first >= plan.low else row.first
    here = max(memory.covered[spot] - row.mark, -1)
    add_days(row, here, 1, spot, plan, cube)
    for link in range(plan.chain_from[row.path], plan.chain_from[row.path + 1]):
        first_slot = plan.chain[link] * plan.slots
        fine = correct(row, here, start, first_slot + row.kind, plan, memory, cube)
        for n in range(plan.wider_from[row.kind], plan.wider_from[row.kind + 1]):
            correct(row, fine, start, first_slot + plan.wider[n], plan, memory, cube)


def correct(row: Row, counted: int, start: int, spot: int, plan: Plan, memory: Memory, cube: Numbers) -> int:
    """Below, the person's days up to `counted` were left out; take away what should be left out here besides.

    Gives the last day that earlier rows cover here. Days before `start` leave no trace in what the row adds.
    """
    covered = max(memory.covered[spot] - row.mark, -1)
    if covered > counted and covered >= start:
        add_days(row, counted, -1, spot, plan, cube)
        add_days(row, covered, 1, spot, plan, cube)
    if row.last > covered:
        memory.covered[spot] = row.mark + row.last
    return covered


def add_days(row: Row, covered: int, sign: int, spot: int, plan: Plan, cube: Numbers) -> None:
    """Add (or with sign -1 take away) the row's days after `covered`, and the buckets in which it is the first."""
    first = max(row.first, covered + 1)
    if first <= row.last:
        add_edge(first, row.hours, sign, spot, plan, cube)
        add_edge(row.last + 1, row.hours, -sign, spot, plan, cube)
    add_presence(row.first, row.last, covered, sign, spot, PERSONS, plan, cube)


def add_edge(day: int, hours: int, sign: int, spot: int, plan: Plan, cube: Numbers) -> None:
    """From `day` on, one more (or one less) is running."""
    if day >= plan.high:
        return
    bucket = bucket_of(day, plan)
    at = (spot * (plan.after + 1) + bucket) * FIELDS
    left = plan.ends[bucket] - day
    cube[at + RUNNING] += sign
    cube[at + PART_DAYS] += sign * left
    cube[at + HOURS] += sign * hours
    cube[at + PART_HOURS] += sign * hours * left
    if day >= plan.low:
        cube[at + PART_WEEKDAYS] += sign * hours * plan.weekdays_left[day - plan.low]


def add_presence(
    first: int, last: int, covered: int, sign: int, spot: int, field: int, plan: Plan, cube: Numbers
) -> None:
    """Add the buckets from `first` to `last` after the one that `covered` lies in; the field after is for news."""
    begin, end = bucket_of(first, plan), bucket_of(last, plan)
    before = -1
    if covered >= 0:
        before = bucket_of(covered, plan)
        begin = max(begin, before + 1)
    if begin > end or begin >= plan.after:
        return
    at = spot * (plan.after + 1) * FIELDS + field
    cube[at + begin * FIELDS] += sign
    if end < plan.after:
        cube[at + (end + 1) * FIELDS] -= sign
    if before < 0 or plan.stretch[before] != plan.stretch[begin]:
        cube[at + begin * FIELDS + 1] += sign


def count_run(row: Row, slot: int, plan: Plan, memory: Memory, cube: Numbers) -> None:
    """Join the row to the person's run in this unit, or begin a new one when a day lies between."""
    run = plan.stay_unit[row.stay] * plan.slots + slot
    spot = row.path * plan.slots + slot
    last = memory.run_last[run] - row.mark
    if last + 1 < row.first:
        add_presence(row.first, row.last, -1, 1, spot, RUNS, plan, cube)
        add_once(row.first, row.begins, spot, STARTS, plan, cube)
        add_once(row.last, row.ends, spot, ENDS, plan, cube)
        memory.run_first[run] = row.first
        memory.run_begun[run] = row.begins
        memory.run_last[run] = row.mark + row.last
        memory.run_ended[run] = spot if row.ends else -1
        return
    if row.first == memory.run_first[run] and not row.begins:
        add_once(row.first, -memory.run_begun[run], spot, STARTS, plan, cube)
        memory.run_begun[run] = 0
    if row.last > last or (row.last == last and not row.ends):
        if memory.run_ended[run] >= 0:
            add_once(last, -1, memory.run_ended[run], ENDS, plan, cube)
        memory.run_ended[run] = -1
    if row.last > last:
        lengthen_run(row, last, memory.run_first[run], slot, plan, cube)
        add_once(row.last, row.ends, spot, ENDS, plan, cube)
        memory.run_last[run] = row.mark + row.last
        memory.run_ended[run] = spot if row.ends else -1


def lengthen_run(row: Row, last: int, first: int, slot: int, plan: Plan, cube: Numbers) -> None:
    """The run has come to `last`; add the days after it, in each place after the last day that it was there."""
    moved = plan.stay_first[row.stay] == last + 1
    links, earlier = plan.chain_from[row.path], plan.earlier_from[row.stay]
    counted = last
    for n in range(plan.chain_from[row.path + 1] - links):
        here = last
        if moved:
            here = plan.earlier[earlier + n] if plan.earlier[earlier + n] >= first else -1
        spot = plan.chain[links + n] * plan.slots + slot
        if n == 0:
            counted = here
            add_presence(last + 1, row.last, here, 1, spot, RUNS, plan, cube)
        elif here != counted:
            add_presence(last + 1, row.last, counted, -1, spot, RUNS, plan, cube)
            add_presence(last + 1, row.last, here, 1, spot, RUNS, plan, cube)


def add_once(day: int, number: int, spot: int, field: int, plan: Plan, cube: Numbers) -> None:
    if number and plan.low <= day < plan.high:
        cube[(spot * (plan.after + 1) + bucket_of(day, plan)) * FIELDS + field] += number


def bucket_of(day: int, plan: Plan) -> int:
    """0 before the calendar, then its buckets from 1, then `after`."""
    if day < plan.low:
        return 0
    if day >= plan.high:
        return plan.after
    return plan.bucket[day - plan.low]


PARTS = (
    is_alone, count_days, correct, add_days, add_edge, add_presence, count_run, lengthen_run, add_once, bucket_of,
)  # fmt: skip
"""What `count` calls, for the compiler."""
