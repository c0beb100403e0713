"""Exit rates: the engine gives what the definition gives, from spells in memory and from the store's parts."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from maaltal.core.catalogue import ENDS
from maaltal.core.exits import Outcome, exit_rate, exits
from maaltal.core.measures import Question
from maaltal.core.periods import Period, month
from maaltal.core.spells import Spell
from maaltal.engine import figures
from maaltal.engine.answer import EXITED
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.engine.parts import ALL_TIME, seen_through, write_outcomes, write_part

SPELLS = random_register.spells(11, 200)
ORGANISATION = random_register.organisation(11)
OUTCOMES = random_register.outcomes(12, SPELLS)


def test_exits_are_what_the_definition_says() -> None:
    found = figures(SPELLS, ORGANISATION, SELECTIONS, TWO_YEARS, OUTCOMES)
    seen: set[Fraction | None] = set()
    for selection in (SELECTIONS[0], SELECTIONS[-2]):
        for bucket in range(0, 24, 5):
            for to_date, period in (
                (False, TWO_YEARS.buckets[bucket]),
                (True, TWO_YEARS.to_date(bucket)),
            ):
                for node in ("R", "A1", "C4"):
                    question = Question(node, selection, period, ORGANISATION)
                    told = found.exit_rate(node, selection.code, bucket, to_date)
                    assert told == exit_rate(SPELLS, OUTCOMES, question)
                    assert found.value(node, selection.code, EXITED, bucket, to_date) == exits(
                        SPELLS, OUTCOMES, question
                    )
                    seen.add(told)
    assert None in seen
    assert len(seen) > 5


def test_parts_of_the_store_give_the_same(tmp_path: Path) -> None:
    parts = [write_part(tmp_path / "spells.parquet", SPELLS)]
    outcomes = [write_outcomes(tmp_path / "outcomes.parquet", OUTCOMES)]
    told = figures(parts, ORGANISATION, SELECTIONS, TWO_YEARS, outcomes)
    seen = figures(seen_through(ALL_TIME, SPELLS), ORGANISATION, SELECTIONS, TWO_YEARS, OUTCOMES)
    assert (told.cube[:, :, 1:-1] == seen.cube[:, :, 1:-1]).all()
    assert told.value("R", "all", EXITED, to_date=True) > 5


@pytest.mark.parametrize(
    ("first", "last", "rate"),
    [
        ("2020-06-30", "2020-07-01", 1),
        ("2020-07-31", "2020-08-31", 1),
        ("2020-08-01", "2020-12-31", 0),
        ("2020-05-01", "2020-06-30", 0),
    ],
)
def test_only_the_third_month_after_counts(first: str, last: str, rate: int) -> None:
    ended = date(2020, 4, 15)
    spell = Spell("p", "loentilskud", "U1", date(2020, 3, 1), ended, date(2020, 3, 1), ended)
    outcome = Outcome("p", "job", date.fromisoformat(first), date.fromisoformat(last))
    found = figures([spell], ORGANISATION, SELECTIONS, TWO_YEARS, [outcome])
    assert found.exit_rate("U1", "all", 3) == rate
    assert found.exit_rate("U1", "all", 4) is None


def test_an_end_that_is_taken_back_takes_its_exit_along() -> None:
    ended = date(2020, 4, 15)
    spells = [
        Spell("p", "loentilskud", "U1", date(2020, 3, 1), ended, date(2020, 3, 1), ended),
        Spell("p", "loentilskud", "U1", date(2020, 4, 16), date(2020, 9, 1), date(2020, 4, 16), None),
    ]
    outcome = Outcome("p", "job", date(2020, 7, 1), date(2020, 7, 31))
    found = figures(spells, ORGANISATION, SELECTIONS, TWO_YEARS, [outcome])
    assert found.value("R", "all", EXITED, 3) == found.value("R", "all", ENDS.code, 3) == 0


def test_without_outcomes_there_is_no_rate() -> None:
    with pytest.raises(LookupError, match="outcomes"):
        figures(SPELLS, ORGANISATION, SELECTIONS, TWO_YEARS).exit_rate("R", "all")


def test_a_window_cuts_outcomes_too(tmp_path: Path) -> None:
    ended = date(2020, 4, 15)
    spell = Spell("p", "loentilskud", "U1", date(2020, 3, 1), ended, date(2020, 3, 1), ended)
    outcome = Outcome("p", "job", date(2020, 6, 1), date(2020, 12, 31))
    part = write_part(tmp_path / "spells.parquet", [spell])
    for window, rate in ((ALL_TIME, 1), (Period(ALL_TIME.start, month(2020, 7).start), 0)):
        known = write_outcomes(tmp_path / "outcomes.parquet", [outcome], window)
        assert figures([part], ORGANISATION, SELECTIONS, TWO_YEARS, [known]).exit_rate("U1", "all", 3) == rate
