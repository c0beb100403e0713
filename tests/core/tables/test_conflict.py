"""The smallest conflict is the smallest there is, as trying every set shows."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.tables.conflict import smallest_conflict

SIX = list("abcdef")
conflicts = st.sets(st.frozensets(st.sampled_from(SIX), min_size=1, max_size=4), min_size=1, max_size=5)


@given(conflicts)
def test_no_conflict_is_smaller(known: set[frozenset[str]]) -> None:
    def possible(chosen: frozenset[str]) -> bool:
        return not any(conflict <= chosen for conflict in known)

    found = frozenset(smallest_conflict(SIX, possible))
    assert found in known
    smaller = (frozenset(some) for size in range(len(found)) for some in combinations(SIX, size))
    assert all(map(possible, smaller))


def test_among_equals_the_first_are_named() -> None:
    assert smallest_conflict(SIX, lambda chosen: len(chosen) < 2) == ("a", "b")


def test_nothing_may_already_be_impossible() -> None:
    assert smallest_conflict(SIX, lambda chosen: False) == ()


def test_without_a_conflict_there_is_nothing_to_name() -> None:
    with pytest.raises(ValueError, match="there is no conflict"):
        smallest_conflict(SIX, lambda chosen: True)


def test_of_many_alike_as_many_are_named_as_it_takes() -> None:
    """Any 25 of 60 conflict: no search proves that fewer do not, but none of the 25 can be left out."""
    found = smallest_conflict(range(60), lambda chosen: len(chosen) < 25)
    assert found == tuple(range(25))
