"""The engine gives what the reference definitions give, on whatever is generated.

`MAALTAL_EXAMPLES=5000 python -m pytest tests/agreement` looks further than the default run does.
"""

import os
from fractions import Fraction
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maaltal.core import measures
from maaltal.core.catalogue import FULL_YEAR_PERSONS, MEASURES, WEIGHTED
from maaltal.core.measures import Question
from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.engine import Figures, figures
from maaltal.engine.calendar import Calendar
from tests.agreement.generated import SELECTIONS, calendars, organisations, registers

EXAMPLES = int(os.environ.get("MAALTAL_EXAMPLES", "0"))
CELLS = 6
thorough = settings(
    max_examples=EXAMPLES or 120,
    derandomize=not EXAMPLES,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@thorough
@given(registers(), organisations(), calendars(), st.randoms(use_true_random=False))
def test_every_measure_of_a_sampled_cell(
    spells: list[Spell], organisation: Organisation, calendar: Calendar, random: Random
) -> None:
    found = figures(spells, organisation, SELECTIONS, calendar)
    nodes, held = touched(spells, organisation)
    for _ in range(CELLS):
        selection, node = random.choice(held), random.choice(nodes)
        bucket, to_date = random.randrange(len(calendar.buckets)), random.random() < 0.5
        period = calendar.to_date(bucket) if to_date else calendar.buckets[bucket]
        question = Question(node, selection, period, organisation)
        for measure in MEASURES.values():
            told = found.value(node, selection.code, measure.code, bucket, to_date)
            assert told == measure.reference(spells, question), (
                measure.code,
                node,
                selection.code,
                str(period),
            )
        check_year(found, spells, question, bucket, to_date)


def touched(spells: list[Spell], organisation: Organisation) -> tuple[list[str], list[Selection]]:
    """Nodes and selections in which something may be counted, and one of each in which nothing is."""
    nodes = {node for spell in spells for stay in organisation.stays(spell.unit) for node in stay.path}
    held = [
        selection
        for selection in SELECTIONS
        if any(selection.holds(s.scheme, s.retention, s.before_reform, s.excluded) for s in spells)
    ]
    return [*sorted(nodes), "U1"], [*held, SELECTIONS[2]]


def check_year(found: Figures, spells: list[Spell], question: Question, bucket: int, to_date: bool) -> None:
    """The measures that can be divided by the whole year's days are, where the period lies in one."""
    if question.period.start.year != question.period.last_day.year:
        return
    for measure, reference in (
        (FULL_YEAR_PERSONS, measures.full_year_persons),
        (WEIGHTED, measures.weighted_full_year_persons),
    ):
        told = found.value(question.node, question.selection.code, measure.code, bucket, to_date, "year")
        assert told == reference(spells, question, "year")
        assert isinstance(told, Fraction)
