"""The planted bad rows give the findings that they were planted for, through real intake, and change no figure."""

from collections import Counter, defaultdict
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest

from maaltal.core.periods import Period
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.definitions.load import load_municipality
from maaltal.intake.keys import Key
from maaltal.intake.receive import Asked, Known, receive
from maaltal.intake.rules import RULES
from maaltal.sample import write
from maaltal.sample.dirt import DIRT, expected, planted
from maaltal.sample.extracts import FORMS, Form
from maaltal.sample.oddities import TOO_LONG, TWO_SCHEMES
from maaltal.sample.organisation import organisation
from maaltal.sample.register import Register
from maaltal.sample.rows import ORDINARY
from maaltal.sample.soiling import planted_rows
from tests.sample.conftest import made

EXTRACTS = [
    (year, form, number)
    for year, count in ((2017, 1), (2024, 2))
    for form in FORMS
    for number in range(count)
]
NEVER_PLANTED = {
    "stray-quote",  # would swallow good rows
    "modulus-11",  # is only asked of numbers that are not made up
    "missing-kind", "unknown-kind",  # are of outcomes, which are clean
    "sheet-skipped",  # is of workbooks with several sheets
    "missing-code", "missing-valid-from", "missing-parent", "no-production-unit", "cycle", "validity-gap", "unknown-successor",
}  # fmt: skip
"""Of the organisation's rules four are enough."""


@pytest.fixture(scope="module")
def received(tmp_path_factory):
    """Receives a file of a sample by its name, once."""
    folder = tmp_path_factory.mktemp("received")
    municipality = load_municipality()
    units = organisation(municipality).units
    for year in (2017, 2024):
        write(folder / str(year), year)

    @cache
    def receive_one(year: int, name: str):
        into = folder / f"{year}-{name}-in"
        into.mkdir()
        result = receive(
            folder / str(year) / name, into, Asked(), Known(municipality, units, key=Key(DEMO_KEY))
        )
        rows: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
        for finding in result.findings:
            rows[finding.row][finding.rule.code] += 1
        return SimpleNamespace(result=result, rows=rows)

    return receive_one


def of_extract(received, year: int, form: Form, number: int):
    register = made(year)
    period = register.goals[number].period
    return register, period, received(year, f"{form.file}-{period.code}.csv")


@pytest.mark.parametrize(
    ("year", "form", "number"), EXTRACTS, ids=lambda value: getattr(value, "file", value)
)
def test_every_planted_row_gives_its_findings(received, year, form, number):
    register, period, got = of_extract(received, year, form, number)
    bad = planted(form.extract, last=number == len(register.goals) - 1)
    for row, dirt in zip(planted_rows(len(form.rows(register, period)), len(bad)), bad, strict=True):
        assert set(got.rows[row]) == set(dirt.codes), dirt


@pytest.mark.parametrize(
    ("year", "form", "number"), EXTRACTS, ids=lambda value: getattr(value, "file", value)
)
def test_nothing_else_is_found_but_the_oddities_of_good_rows(received, year, form, number):
    register, period, got = of_extract(received, year, form, number)
    last = number == len(register.goals) - 1
    assert Counter(got.result.rules) == expected(form.extract, last) + odd(
        register, form, period, number, last
    )


def odd(register: Register, form: Form, period: Period, number: int, last: bool) -> Counter[str]:
    """The findings that good rows give."""
    found = Counter({"unit-closed": closing(register, form, period)})
    if form.extract == "placements" and number == 0:
        found["longer-than-allowed"] = TOO_LONG
    if form.extract == "placements" and last:
        found += Counter({"hours-missing": 1, "overlap-other-scheme": TWO_SCHEMES})
    return +found


def closing(register: Register, form: Form, period: Period) -> int:
    """Rows that run on after their unit has closed, as far as the extract can tell."""
    rows = form.rows(register, period)
    closes = np.array([place.last.toordinal() for place in register.places])[rows["place"]]
    known = np.minimum(rows["ended"], period.last_day.toordinal())
    return int(((known > closes) & (rows["scheme"] != ORDINARY)).sum())


@pytest.mark.parametrize(
    ("year", "form", "number"), EXTRACTS, ids=lambda value: getattr(value, "file", value)
)
def test_good_rows_are_accepted_or_set_aside(received, year, form, number):
    register, period, got = of_extract(received, year, form, number)
    rows = form.rows(register, period)
    kept = [
        dirt
        for dirt in planted(form.extract, number == len(register.goals) - 1)
        if not any(RULES[code].severity == "error" for code in dirt.codes)
    ]
    ordinary = int((rows["scheme"] == ORDINARY).sum())
    assert got.result.accepted == len(rows) - ordinary + len(kept)
    assert sum(got.result.set_aside.values()) == ordinary
    assert got.result.period == period


@pytest.mark.parametrize("year", [2017, 2024])
def test_the_organisation_is_received_but_for_its_planted_rows(received, year):
    result = received(year, "organisation.xlsx").result
    assert Counter(result.rules) == expected("organisation", last=True)
    assert result.accepted == len(organisation(load_municipality()).units)


def test_the_outcomes_are_clean(received):
    result = received(2024, "udfald-2024.csv").result
    assert (result.kind, result.rejected, dict(result.rules)) == ("outcomes", 0, {})
    assert result.accepted > 400


def test_some_forty_rows_of_all_kinds():
    assert 40 <= len(DIRT) <= 50
    from_good_rows = {"unit-closed", "hours-missing", "overlap-other-scheme"}
    assert {code for dirt in DIRT for code in dirt.codes} | from_good_rows == set(RULES) - NEVER_PLANTED
