"""Explanations come apart into independent questions."""

from itertools import product

from maaltal.core.audit.conflicts import common, questions
from tests.core.tables.made import cell, fact


def test_two_conflicts_of_three_and_two_answers_are_two_questions_and_not_six_answers():
    first, second, certain = (
        [cell(fact(f"{n}{k}"), 1) for k in range(size)] for n, size in (("a", 3), ("b", 2), ("c", 1))
    )
    explanations = [frozenset({x, y, *certain}) for x, y in product(first, second)]
    assert common(explanations) == frozenset(certain)
    found = {frozenset(question) for question in questions(explanations)}
    assert found == {frozenset(frozenset([x]) for x in group) for group in (first, second)}


def test_one_explanation_asks_nothing():
    assert questions([frozenset([cell(fact("a"), 1)])]) == []
