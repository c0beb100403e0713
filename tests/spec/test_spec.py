"""Every worked example holds for the reference definition and for the engine."""

import pytest

from maaltal import engine
from maaltal.core.catalogue import MEASURES
from maaltal.core.measures import Denominator, Question
from maaltal.core.periods import parse_period
from maaltal.core.schemes import Selection
from maaltal.core.text import Language
from maaltal.definitions import load_municipality
from maaltal.engine.calendar import single
from tests.spec.example import Example
from tests.spec.examples import EXAMPLES
from tests.spec.guide import GUIDES, guide

SELECTIONS = {selection.code: selection for selection in load_municipality().selections}
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.measure.code}: {e.title.en}")


@each_example
def test_the_reference_gives_the_figure(example: Example) -> None:
    question = Question(
        example.node, SELECTIONS[example.selection], parse_period(example.period), example.organisation
    )
    assert example.measure.reference(example.to_spells(), question, **dict(example.options)) == example.gives


@each_example
def test_the_engine_gives_the_figure(example: Example) -> None:
    selection: Selection = SELECTIONS[example.selection]
    figures = engine.figures(
        example.to_spells(), example.organisation, (selection,), single(parse_period(example.period))
    )
    denominator: Denominator = "year" if ("denominator", "year") in example.options else "period"
    assert (
        figures.value(example.node, selection.code, example.measure.code, denominator=denominator)
        == example.gives
    )


@pytest.mark.parametrize("language", GUIDES)
def test_the_printed_guide_is_the_one_these_examples_give(language: Language) -> None:
    assert GUIDES[language].read_text("utf-8") == guide(language), "run: python -m tests.spec.guide"


def test_every_measure_has_an_example() -> None:
    assert {example.measure.code for example in EXAMPLES} == set(MEASURES)
