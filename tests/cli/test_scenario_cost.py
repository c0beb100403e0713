"""A scenario carries its cost: the fleksjobs that it has more than now, at each number of hours."""

import json
from fractions import Fraction
from typing import Any

import pytest

from tests.cli.running import maaltal, refused

RAISED = ("scenario", "--year", "2026", "--model", "Model 1=raise:fleksjob:100")
MOVED = ("--model", "Model 2=move:100:placements:fleksjob", "--model", "Uændret=raise:fleksjob:0")
JOB = ("--hours", "6,8", "--hours", "23,46", "--wage", "175", "--on", "2025-12-01", "--older-rates")


def costs(*words: str) -> dict[str, dict[str, Fraction]]:
    result = maaltal(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    tables: list[dict[str, Any]] = json.loads(result.stdout)["tables"]
    rows = next(table for table in tables if table["code"] == "cost")["rows"]
    figures = ("more", "per_job", "workplace", "transfers", "total")
    return {
        row["codes"][0]: {name: Fraction(row["cells"][name]["exact"]) for name in figures} for row in rows
    }


def test_the_span_of_the_note_on_models() -> None:
    """2.7-12.4 m kr. for 100 fleksjobs, at the hours that 175 kr. an hour gives."""
    found = costs(*RAISED, *JOB)
    assert [round(row["total"], -5) for row in found.values()] == [2_700_000, 12_400_000]
    for row in found.values():
        assert row["total"] == row["workplace"] + row["transfers"] == 100 * row["per_job"]


def test_each_scenario_costs_its_own_difference_and_an_empty_one_exactly_nothing() -> None:
    found = costs(*RAISED, *MOVED, *JOB)
    assert found["Model 1:6.8"] == found["Model 2:6.8"]
    assert [found["Uændret:6.8"][name] for name in ("more", "workplace", "transfers", "total")] == [
        0,
        0,
        0,
        0,
    ]


def test_the_day_of_the_rates_is_the_one_asked_for() -> None:
    tables = json.loads(maaltal(*RAISED, *JOB, "--format", "json").stdout)["tables"]
    assert "2025 p/l, satser for 1. december 2025" in next(
        table["title"] for table in tables if table["code"] == "cost"
    )


def test_a_lower_target_saves_what_a_higher_one_costs() -> None:
    more, fewer = (
        costs("scenario", "--year", "2026", "--model", f"M=raise:fleksjob:{n}", *JOB)["M:6.8"]["total"] for n in (50, -50)
    )  # fmt: skip
    assert more == -fewer


def test_the_cost_stands_on_the_same_rates_as_maaltal_cost() -> None:
    alone = maaltal("cost", "--jobs", "100", *JOB, "--format", "json").stdout
    (table,) = [table for table in json.loads(alone)["tables"] if table["code"] == "cost-6.8"]
    total = next(row for row in table["rows"] if "total" in row["codes"])["cells"]["amount"]["exact"]
    assert costs(*RAISED, *JOB)["Model 1:6.8"]["total"] == Fraction(total)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((*RAISED, "--wage", "175"), 2, "Omkostningen kræver både --hours og --wage."),
        ((*RAISED, "--hours", "10"), 2, "Omkostningen kræver både --hours og --wage."),
        ((*RAISED, "--hours", "10", "--wage", "175"), 3, "mangler for 1. juli 2026"),
        ((*RAISED, "--hours", "40", "--wage", "175", "--on", "2025-12-01", "--older-rates"), 2, "Timer om ugen må højst være 37: 40."),
        (("scenario", "--year", "2026", *JOB), 2, "Der er ingen model at regne omkostning for"),
    ],
)  # fmt: skip
def test_what_cannot_be_reckoned_is_one_sentence(words: tuple[str, ...], code: int, said: str) -> None:
    assert said in refused(maaltal(*words), code)


def test_without_hours_and_wage_nothing_is_added() -> None:
    tables = json.loads(maaltal(*RAISED, "--format", "json").stdout)["tables"]
    assert "cost" not in {table["code"] for table in tables}
