"""The first steps of every row about a person: from received cells to a pseudonym and masked cells.

Only what the last step gives is ever kept in a table, so that no CPR number can reach a disk.
"""

# ruff: noqa: S608  the names and literals in the SQL are ours; received values are never part of its text

from collections.abc import Sequence

from maaltal.core.person_numbers import ANYWHERE, MADE_UP_DAY, MASK
from maaltal.intake.database import Step, text
from maaltal.intake.job import Job
from maaltal.intake.keys import PSEUDONYM
from maaltal.intake.layouts import plain
from maaltal.intake.sheets import Sheet

SHEET_SIZE = 10**10
"""Rows are numbered through all sheets of a file by this much a sheet."""
SHORTEST_ODD = 10
UNREADABLE = "[ulæseligt CPR-nummer: skriv det igen]"
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS_IN_MONTH = (
    "CASE WHEN month = 2 THEN 28 + (year % 4 = 0)::INT WHEN month IN (4, 6, 9, 11) THEN 30 ELSE 31 END"
)


def arriving_steps(job: Job, sheet: Sheet, number: int) -> tuple[Step, ...]:
    """`arriving` (the sheet's Arrow batches) -> n, sheet, row, cells, fits, swallowed, person, ..., masked cells."""
    return (
        _arrived(job, sheet, number),
        _identified(job, sheet),
        _dated(),
        _known_person(job),
        _masked(job, sheet),
    )


def _arrived(job: Job, sheet: Sheet, number: int) -> Step:
    """Blank rows are left out; the numbers of the others tell that they are there."""
    places = _places(job.header, sheet.header)
    cells = ", ".join(f"{f'c{at}' if at is not None else "''"} AS c{n}" for n, at in enumerate(places))
    blank = " AND ".join(f"{cell} = ''" for cell in (*(f"c{n}" for n in range(len(sheet.header))), "surplus"))
    return Step("arrived", f"""
        SELECT {number * SHEET_SIZE} + row AS n, {text(sheet.name)} AS sheet, row, cells, {len(sheet.header)} AS width,
            cells = {len(sheet.header)} AS fits, surplus, {cells}
        FROM arriving WHERE NOT ({blank})""")  # fmt: skip


def _places(header: Sequence[str], sheet_header: Sequence[str]) -> list[int | None]:
    """Where each column of the file's header stands in this sheet."""
    there = {plain(name): n for n, name in reversed(list(enumerate(sheet_header)))}
    if tuple(header) == tuple(sheet_header):
        return list(range(len(header)))
    return [there.get(plain(name)) for name in header]


def _identified(job: Job, sheet: Sheet) -> Step:
    cpr = job.cell("person")
    restored = f"CASE WHEN regexp_full_match({cpr}, '[0-9]{{9}}') THEN '0' || {cpr} ELSE {cpr} END"
    return Step("identified", f"""
        SELECT *, CASE WHEN regexp_full_match(cpr, '[0-9]{{6}}[- ]?[0-9]{{4}}') THEN left(cpr, 6) || right(cpr, 4) END AS digits
        FROM (SELECT *, {restored if sheet.typed else cpr} AS cpr FROM arrived)""")  # fmt: skip


def _dated() -> Step:
    """As `core.person_numbers` says it: a day that exists in some century, day + 60 allowed; modulus 11 for real ones."""
    places = [f"born // {10**n} % 10" for n in range(5, -1, -1)] + [
        f"serial // {10**n} % 10" for n in range(3, -1, -1)
    ]
    total = " + ".join(f"{weight} * ({place})" for weight, place in zip(_WEIGHTS, places, strict=True))
    return Step("dated", f"""
        SELECT *, coalesce(month BETWEEN 1 AND 12 AND day % {MADE_UP_DAY} BETWEEN 1 AND {_DAYS_IN_MONTH}, FALSE) AS has_date,
            coalesce(day > {MADE_UP_DAY}, FALSE) AS made_up,
            coalesce(CASE WHEN day <= {MADE_UP_DAY} THEN ({total}) % 11 <> 0 END, FALSE) AS fails_11
        FROM (SELECT *, born // 10000 AS day, born // 100 % 100 AS month, born % 100 AS year
            FROM (SELECT *, left(digits, 6)::INTEGER AS born, right(digits, 4)::INTEGER AS serial FROM identified))""")  # fmt: skip


def _known_person(job: Job) -> Step:
    """The demo key makes no pseudonym of a number that could be somebody's."""
    if job.key is None:
        raise ValueError("rows about persons need a key")
    allowed = "has_date AND made_up" if job.key.is_demo else "has_date"
    given = f"regexp_full_match(cpr, '{PSEUDONYM}[0-9a-f]{{32}}')" if job.corrects else "FALSE"
    return Step("known", f"""
        SELECT *, CASE WHEN {allowed} THEN {job.key.pseudonym_sql("digits")} WHEN {given} THEN right(cpr, 32) END AS person,
            CASE WHEN cpr = '' THEN 'missing-person' WHEN has_date OR {given} THEN NULL
                WHEN digits IS NULL THEN 'cpr-form' ELSE 'cpr-date' END AS person_problem
        FROM dated""")  # fmt: skip


def _masked(job: Job, sheet: Sheet) -> Step:
    """A P-number looks like a CPR number: it stays readable only when the organisation or the mapping knows it.

    Most rows hold nothing that is `odd`; one look at all their cells tells.
    """
    person, place = job.places.get("person"), job.places.get("production_unit")
    special = {n for n in (person, place) if n is not None}
    cells = [f"c{n}" for n in range(len(job.header))]
    plain_cells = [cell for n, cell in enumerate(cells) if n not in special]
    shown = [_shown(n, person, place) for n in range(len(job.header))]
    join = f"LEFT JOIN known_places ON known_places.place = {job.place_sql}" if place is not None else ""
    return Step("masked", f"""
        SELECT n, sheet, row, cells, width, fits, {_swallowed(sheet, cells)} AS swallowed, person, person_problem, made_up,
            fails_11, digits IS NOT NULL AS readable, {_mask("surplus")} AS surplus, {", ".join(shown)}
        FROM (SELECT *, {_odd(["surplus", *plain_cells])} AS odd FROM known) {join}""")  # fmt: skip


def _odd(cells: Sequence[str]) -> str:
    """Whether any cell could hold a CPR number or another row; most are too short for either, which is soon seen."""
    wanted = text(f"{ANYWHERE}|\\n")
    return " OR ".join(
        f"CASE WHEN strlen({cell}) >= {SHORTEST_ODD} THEN regexp_matches({cell}, {wanted}) ELSE FALSE END"
        for cell in cells
    )


def _swallowed(sheet: Sheet, cells: Sequence[str]) -> str:
    """Whether a cell seems to hold other rows: line breaks and delimiters."""
    if sheet.delimiter is None:
        return "FALSE"
    both = " OR ".join(
        f"(contains({cell}, chr(10)) AND contains({cell}, {text(sheet.delimiter)}))" for cell in cells
    )
    return f"CASE WHEN odd THEN {both} ELSE FALSE END"


def _shown(n: int, person: int | None, place: int | None) -> str:
    if n == person:
        return f"CASE WHEN cpr = '' THEN '' WHEN person IS NULL THEN {text(UNREADABLE)} END AS c{n}"
    if n == place:
        return f"CASE WHEN known_places.place IS NULL THEN {_mask(f'c{n}', 'TRUE')} ELSE c{n} END AS c{n}"
    return f"{_mask(f'c{n}')} AS c{n}"


def _mask(cell: str, when: str = "odd") -> str:
    return (
        f"CASE WHEN {when} THEN regexp_replace({cell}, {text(ANYWHERE)}, {text(MASK)}, 'g') ELSE {cell} END"
    )
