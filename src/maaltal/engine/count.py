"""The one pass: rows of a person, in counting order, become whole-number changes in the cube.

The text is plain on purpose: it runs as it stands for a municipality's own rows, and is compiled by numba for a
country's (`engine/compiled.py`). It knows flat arrays (or lists) of whole numbers and nothing else.

A row changes the cube where its days begin and where they end; `engine/cube.py` adds up over time. The change is made
at the finest place and kind only. Wider cells (a node above, a selection of several kinds) get the sum of those below,
so here they get only what differs: a row of a person who was there already, by another row, adds less to them.

It is one file, types and all, because numba keeps its machine code until the file of `count` changes: it would not see
a change in another one.
"""

from typing import Any, NamedTuple

type Numbers = Any
"""A list or a numpy array of whole numbers; numba is strict about which, mypy cannot be."""

RUNNING, PART_DAYS, HOURS, PART_HOURS, PART_WEEKDAYS, PERSONS, NEW_PERSONS = range(7)
RUNS, NEW_RUNS, STARTS, ENDS, EXITS = range(7, 12)
FIELDS = 12
"""What a cell holds for each bucket: changes of running persons and hours, and of persons and runs in the bucket;
the days (and hours x days, hours x weekdays) from a change to the bucket's end; those who are new in the stretch;
runs that begin, end, and end with an exit to job or education."""

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


class Ledger(NamedTuple):
    """What counting writes: the cube, flat, and what earlier rows of the same person leave behind.

    `covered` is the last day of earlier rows by place and slot; the runs are by unit and slot.
    """

    cube: Numbers
    covered: Numbers
    run_first: Numbers
    run_last: Numbers
    run_begun: Numbers
    run_ended: Numbers
    run_exits: Numbers


class Rows(NamedTuple):
    """Rows in counting order: days are ordinals, `hours` hundredths, `begins` and `ends` whether registered so.

    `exits` marks the rows that end and whose person is in job or education in the third month after.
    """

    person: Numbers
    first: Numbers
    last: Numbers
    hours: Numbers
    kind: Numbers
    stay: Numbers
    begins: Numbers
    ends: Numbers
    exits: Numbers


ROW_TYPES = ("int32", "int32", "int32", "int16", "int16", "int32", "int8", "int8", "int8")
"""Of the columns of `Rows`, when they are arrays."""


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
    exits: int


class Span(NamedTuple):
    """The days from `first` to `last`, of which those up to `covered` were counted before (-1: none)."""

    first: int
    last: int
    covered: int


def count(rows: Rows, plan: Plan, ledger: Ledger) -> None:
    """Add every row to the cube: each person's in counting order, no person in two calls."""
    person, until = 0, 0
    for n in range(len(rows.first)):
        stay = rows.stay[n]
        row = Row(
            rows.person[n] * DAYS, rows.first[n], rows.last[n], rows.hours[n], rows.kind[n],
            stay, plan.stay_path[stay], rows.begins[n], rows.ends[n], rows.exits[n],
        )  # fmt: skip
        if rows.person[n] != person:
            person, until = rows.person[n], 0
        alone = until + 1 < reach_of(row.first, plan) and not reaches_next(rows, n, plan)
        until = max(until, row.last)
        count_row(row, alone, plan, ledger)


def reaches_next(rows: Rows, n: int, plan: Plan) -> bool:
    """Whether the row's days matter to the person's next row, and so perhaps to later ones."""
    if n + 1 == len(rows.person) or rows.person[n + 1] != rows.person[n]:
        return False
    return bool(rows.last[n] + 1 >= reach_of(rows.first[n + 1], plan))


def reach_of(day: int, plan: Plan) -> int:
    """An earlier row that ended two days before this one or more leaves no trace in what a row from `day` on adds."""
    return int(plan.reach[day - plan.low]) if plan.low <= day < plan.high else day


def count_row(row: Row, alone: bool, plan: Plan, ledger: Ledger) -> None:
    """Nothing need be remembered of a row that stands alone."""
    if row.first < plan.high:
        spot = row.path * plan.slots + row.kind
        if alone:
            add_days(Span(row.first, row.last, -1), row.hours, 1, spot, plan, ledger)
        else:
            count_days(row, spot, plan, ledger)
    for n in range(plan.runs_from[row.kind], plan.runs_from[row.kind + 1]):
        if alone:
            add_run(row, row.path * plan.slots + plan.runs[n], plan, ledger)
        else:
            count_run(row, plan.runs[n], plan, ledger)


def count_days(row: Row, spot: int, plan: Plan, ledger: Ledger) -> None:
    """Days and persons: at the row's own path and kind (`spot`), and what differs in the wider cells."""
    start = reach_of(row.first, plan)
    here = max(ledger.covered[spot] - row.mark, -1)
    add_days(Span(row.first, row.last, here), row.hours, 1, spot, plan, ledger)
    for link in range(plan.chain_from[row.path], plan.chain_from[row.path + 1]):
        first_slot = plan.chain[link] * plan.slots
        fine = correct(row, here, start, first_slot + row.kind, plan, ledger)
        for n in range(plan.wider_from[row.kind], plan.wider_from[row.kind + 1]):
            correct(row, fine, start, first_slot + plan.wider[n], plan, ledger)


def correct(row: Row, counted: int, start: int, spot: int, plan: Plan, ledger: Ledger) -> int:
    """Below, the person's days up to `counted` were left out; take away what should be left out here besides.

    Gives the last day that earlier rows cover here. Days before `start` leave no trace in what the row adds.
    """
    covered: int = max(ledger.covered[spot] - row.mark, -1)
    if covered > counted and covered >= start:
        add_days(Span(row.first, row.last, counted), row.hours, -1, spot, plan, ledger)
        add_days(Span(row.first, row.last, covered), row.hours, 1, spot, plan, ledger)
    if row.last > covered:
        ledger.covered[spot] = row.mark + row.last
    return covered


def add_days(span: Span, hours: int, sign: int, spot: int, plan: Plan, ledger: Ledger) -> None:
    """Add (or with sign -1 take away) the days that are not covered, and the buckets that are not."""
    first = max(span.first, span.covered + 1)
    if first <= span.last:
        add_edge(first, hours, sign, spot, plan, ledger)
        add_edge(span.last + 1, hours, -sign, spot, plan, ledger)
    add_presence(span, sign, cell(spot, 0, plan) + PERSONS, plan, ledger)


def add_edge(day: int, hours: int, sign: int, spot: int, plan: Plan, ledger: Ledger) -> None:
    """From `day` on, one more (or one less) is running."""
    if day >= plan.high:
        return
    bucket = bucket_of(day, plan)
    at = cell(spot, bucket, plan)
    left = plan.ends[bucket] - day
    ledger.cube[at + RUNNING] += sign
    ledger.cube[at + PART_DAYS] += sign * left
    ledger.cube[at + HOURS] += sign * hours
    ledger.cube[at + PART_HOURS] += sign * hours * left
    if day >= plan.low:
        ledger.cube[at + PART_WEEKDAYS] += sign * hours * plan.weekdays_left[day - plan.low]


def add_presence(span: Span, sign: int, at: int, plan: Plan, ledger: Ledger) -> None:
    """Add the buckets of the span after the one that is covered, at field `at`; the field after it is for news."""
    begin, end = bucket_of(span.first, plan), bucket_of(span.last, plan)
    before = -1
    if span.covered >= 0:
        before = bucket_of(span.covered, plan)
        begin = max(begin, before + 1)
    if begin > end or begin >= plan.after:
        return
    ledger.cube[at + begin * FIELDS] += sign
    if end < plan.after:
        ledger.cube[at + (end + 1) * FIELDS] -= sign
    if before < 0 or plan.stretch[before] != plan.stretch[begin]:
        ledger.cube[at + begin * FIELDS + 1] += sign


def count_run(row: Row, slot: int, plan: Plan, ledger: Ledger) -> None:
    """Join the row to the person's run in this unit, or begin a new one when a day lies between."""
    run = plan.stay_unit[row.stay] * plan.slots + slot
    last = ledger.run_last[run] - row.mark
    if last + 1 < row.first:
        spot = row.path * plan.slots + slot
        add_run(row, spot, plan, ledger)
        ledger.run_first[run] = row.first
        ledger.run_begun[run] = row.begins
        remember_end(row, run, spot, ledger)
    else:
        join_run(row, run, slot, plan, ledger)


def add_run(row: Row, spot: int, plan: Plan, ledger: Ledger) -> None:
    """The row as a run of its own."""
    add_presence(Span(row.first, row.last, -1), 1, cell(spot, 0, plan) + RUNS, plan, ledger)
    add_once(row.first, row.begins, spot, STARTS, plan, ledger)
    add_end(row.last, row.ends, row.exits, spot, plan, ledger)


def join_run(row: Row, run: int, slot: int, plan: Plan, ledger: Ledger) -> None:
    """Lengthen the run; take back a start or an end that proves to be none."""
    spot = row.path * plan.slots + slot
    last = ledger.run_last[run] - row.mark
    if row.first == ledger.run_first[run] and not row.begins:
        add_once(row.first, -ledger.run_begun[run], spot, STARTS, plan, ledger)
        ledger.run_begun[run] = 0
    if row.last > last or (row.last == last and not row.ends):
        if ledger.run_ended[run] >= 0:
            add_end(last, -1, -ledger.run_exits[run], ledger.run_ended[run], plan, ledger)
        ledger.run_ended[run] = -1
    if row.last > last:
        lengthen_run(row, last, ledger.run_first[run], slot, plan, ledger)
        add_end(row.last, row.ends, row.exits, spot, plan, ledger)
        remember_end(row, run, spot, ledger)


def remember_end(row: Row, run: int, spot: int, ledger: Ledger) -> None:
    """As far as is known the run ends here; it may go on."""
    ledger.run_last[run] = row.mark + row.last
    ledger.run_ended[run] = spot if row.ends else -1
    ledger.run_exits[run] = row.exits


def lengthen_run(row: Row, last: int, first: int, slot: int, plan: Plan, ledger: Ledger) -> None:
    """The run has come to `last`; add the days after it, in each place after the last day that it was there."""
    moved = plan.stay_first[row.stay] == last + 1
    links, earlier = plan.chain_from[row.path], plan.earlier_from[row.stay]
    counted = last
    for n in range(plan.chain_from[row.path + 1] - links):
        here = last
        if moved:
            here = plan.earlier[earlier + n] if plan.earlier[earlier + n] >= first else -1
        at = cell(plan.chain[links + n] * plan.slots + slot, 0, plan) + RUNS
        if n == 0:
            counted = here
            add_presence(Span(last + 1, row.last, here), 1, at, plan, ledger)
        elif here != counted:
            add_presence(Span(last + 1, row.last, counted), -1, at, plan, ledger)
            add_presence(Span(last + 1, row.last, here), 1, at, plan, ledger)


def add_end(day: int, ended: int, exits: int, spot: int, plan: Plan, ledger: Ledger) -> None:
    add_once(day, ended, spot, ENDS, plan, ledger)
    add_once(day, exits, spot, EXITS, plan, ledger)


def add_once(day: int, number: int, spot: int, field: int, plan: Plan, ledger: Ledger) -> None:
    if number and plan.low <= day < plan.high:
        ledger.cube[cell(spot, bucket_of(day, plan), plan) + field] += number


def cell(spot: int, bucket: int, plan: Plan) -> int:
    """Where the fields of a bucket begin, for the place and slot of `spot`."""
    return (spot * (plan.after + 1) + bucket) * FIELDS


def bucket_of(day: int, plan: Plan) -> int:
    """0 before the calendar, then its buckets from 1, then `after`."""
    if day < plan.low:
        return 0
    if day >= plan.high:
        return plan.after
    return int(plan.bucket[day - plan.low])


PARTS = (
    reaches_next, reach_of, count_row, count_days, correct, add_days, add_edge, add_presence, count_run, add_run, join_run,
    remember_end, lengthen_run, add_end, add_once, cell, bucket_of,
)  # fmt: skip
"""What `count` calls, for the compiler."""
