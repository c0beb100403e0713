"""The cheapest explanations, all of them, checked against trying every set of cells; and exactly what a figure can be."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.tables.explain import Explanation, explanations, search
from maaltal.core.tables.feasible import Checker
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import (
    ONE,
    Quotient,
    mean,
    percentage_as_printed,
    percentage_of_printed,
    percentage_of_unrounded,
    total,
)
from maaltal.core.text import same
from tests.core.tables.made import cell, fact, names, sum_table


def test_a_total_that_is_off_has_one_explanation_for_each_figure():
    checker = sum_table([289, 2278, 22, 305], 3195)
    found = explanations(checker)
    assert sorted(map(names, (e.items for e in found)), key=str) == [
        {"p0"},
        {"p1"},
        {"p2"},
        {"p3"},
        {"total"},
    ]
    assert {e.cost for e in found} == {1}


def test_each_figure_can_be_what_the_others_leave():
    checker = sum_table([289, 2278, 22, 305], 3195)
    by_name = {item.fact.name: item for item in checker.model.cells}
    expected = {"p0": 590, "p2": 323, "total": 2894}
    ranges = {name: checker.range(by_name[name].fact, frozenset([by_name[name]])) for name in expected}
    assert ranges == {name: (Fraction(value), Fraction(value)) for name, value in expected.items()}


def test_real_figures_may_be_rounded_and_ties_count_both_ways():
    assert explanations(sum_table([1, 1, 1], 4, "real"))[0].cost == 0
    assert explanations(sum_table([1, 1, 1], 5, "real"))[0].cost == 0, "1.5 + 1.5 + 1.5 = 4.5"
    assert explanations(sum_table([1, 1, 1], 6, "real"))[0].cost == 1
    assert explanations(sum_table([1, 1, 1], 4))[0].cost == 1, "counts are whole"


@pytest.mark.parametrize("off", [1, 10**11])
def test_amounts_of_a_million_million_are_told_apart(off):
    parts = [10**12 + number for number in range(5)]
    checker = sum_table(parts, sum(parts) + off)
    first = checker.model.cells[0]
    assert explanations(checker)[0].cost == 1
    assert checker.range(first.fact, frozenset([first])) == (10**12 + off, 10**12 + off)


def test_a_relation_that_may_be_broken_competes_with_its_figures():
    cells_only = explanations(sum_table([1, 2], 9, cost=2))
    assert {e.cost for e in cells_only} == {1}
    either = explanations(sum_table([1, 2], 9, cost=1))
    assert {"sum"} in [names(e.items) for e in either]


def combined(unrounded: bool = False, given_target: bool = True) -> Checker:
    """BIF in October 2017: 77 of 74 is 104 pct., 75 of 36 is 208 pct., and the mean is printed 157."""
    a, b, both = fact("a"), fact("b"), fact("both", "real")
    measured, employees, first, second = fact("m", "real"), fact("e"), fact("T"), fact("S")
    printed = {
        f.name: cell(f, v)
        for f, v in (
            (a, 104),
            (b, 208),
            (both, 157),
            (measured, 77),
            (employees, 75),
            (first, 74),
            (second, 36),
        )
    }
    of_printed = percentage_of_unrounded if unrounded else percentage_of_printed
    relations = [mean([a, b], both, same("mean"))]
    for percentage, part, base in ((a, measured, first), (b, employees, second)):
        relations += of_printed(percentage, part, printed[base.name], same("ratio"), ONE)
        if not unrounded:
            relations += percentage_as_printed(part, base, printed[percentage.name], same("ratio"))
    fixed = total([second], fact("KK"), same("targets"), Fraction(4))
    quotients = (Quotient(a, measured, first, ONE), Quotient(b, employees, second, ONE))
    cells = (*printed.values(), cell(fixed.facts[0], 36))
    return Checker(Model(cells, (*relations, fixed), quotients))


def test_a_mean_that_is_off_blames_it_or_a_percentage_whose_parts_allow_another():
    assert [names(e.items) for e in explanations(combined())] == [{"a"}, {"both"}] or [
        names(e.items) for e in explanations(combined())
    ] == [{"both"}, {"a"}]
    assert {"b"} in [names(e.items) for e in explanations(combined(unrounded=True))]


def test_a_percentage_and_its_target_are_not_both_blamed_when_no_whole_target_would_do():
    blamed = [names(e.items) for e in explanations(combined(), beyond=1)]
    assert {"b", "S"} not in blamed


def test_the_search_tells_how_much_the_next_explanation_costs_at_least():
    steps = list(search(combined()))
    costs = [step.cost for step in steps]
    assert costs == sorted(costs)
    assert [isinstance(step, Explanation) for step in steps].index(True) > 0, (
        "the first round meets a conflict"
    )
    assert explanations(combined(), rounds=1) == []


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3), st.data())
def test_explanations_are_exactly_the_smallest_sets_that_trying_them_all_finds(rows, data):
    """A table with row and column sums, some figures changed."""
    whole = [[*row, sum(row)] for row in rows]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    for _ in range(data.draw(st.integers(1, 2))):
        row, column = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 3))
        whole[row][column] += data.draw(st.integers(1, 4))
    checker = two_way(whole)
    found = {e.items for e in explanations(checker)}
    smallest = next(s for size in range(17) if (s := feasible_sets(checker, size)))
    assert found == smallest


def two_way(values: list[list[int]]) -> Checker:
    facts = [[fact(f"{r}{c}", signed=True) for c in range(4)] for r in range(4)]
    cells = tuple(cell(facts[r][c], values[r][c]) for r in range(4) for c in range(4))
    lines = [*facts, *map(list, zip(*facts, strict=True))]
    return Checker(Model(cells, tuple(total(line[:3], line[3], same("sum")) for line in lines)))


def feasible_sets(checker: Checker, size: int) -> set[frozenset[object]]:
    """By brute force: a set explains the table if nothing else is in conflict."""
    return {
        frozenset(some)
        for some in combinations(checker.model.cells, size)
        if not checker.check(frozenset(some))
    }
