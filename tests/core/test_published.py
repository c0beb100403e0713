"""How closely a hidden figure can be guessed, quickly, is how closely it can be guessed by plain programs."""

from fractions import Fraction
from itertools import product
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.published import REACHES, Published, Sum, is_wide, tangle
from tests.core.guessing import guess, near

type Key = tuple[str, str]
TREE = {"KK": ("A", "B"), "A": ("A1", "A2", "A3"), "B": ("B1", "B2"), "A1": ("A11", "A12")}
LEAVES = tuple(code for codes in TREE.values() for code in codes if code not in TREE)
SCHEMES = ("x", "y")


def municipality(cells: list[int]) -> Published[Key]:
    """Four levels of units by two schemes and both; halves of persons, as full-year persons have parts."""
    values = {key: Fraction(cell, 2) for key, cell in zip(product(LEAVES, SCHEMES), cells, strict=True)}
    for unit, children in reversed(TREE.items()):
        for scheme in SCHEMES:
            values[unit, scheme] = sum((values[child, scheme] for child in children), Fraction(0))
    units = (*LEAVES, *TREE)
    values |= {(unit, "both"): values[unit, "x"] + values[unit, "y"] for unit in units}
    across = [Sum((unit, "both"), ((unit, "x"), (unit, "y"))) for unit in units]
    down = [
        Sum((unit, scheme), tuple((child, scheme) for child in children))
        for unit, children in TREE.items()
        for scheme in (*SCHEMES, "both")
    ]
    return Published(values, {key: int(value) for key, value in values.items()}, across + down)


# So small and so many that most hidden figures can move a little, and few are known or without end.
CELLS = st.lists(st.integers(0, 6), min_size=2 * len(LEAVES), max_size=2 * len(LEAVES))
KEYS = sorted(municipality([1] * 2 * len(LEAVES)).values)
HIDES = st.sets(st.sampled_from(KEYS), min_size=14)


@settings(max_examples=60)
@given(CELLS, HIDES, st.integers(2, 12))
def test_what_is_wide_is_so_by_plain_programs(cells: list[int], hides: set[Key], threshold: int) -> None:
    published = municipality(cells)
    for key in sorted(hides)[:6]:
        low, high = guess(published, hides, key, REACHES[0])
        assert is_wide(published, hides, key, threshold) == (high - low >= threshold - 1e-6)


@given(HIDES, st.sampled_from([1, 2, 3, 6, inf]))
def test_a_tangle_holds_what_lies_so_near(hides: set[Key], reach: float) -> None:
    published = municipality([1] * 2 * len(LEAVES))
    for key in hides:
        keys, relations = tangle(published, key, reach, hides)
        assert keys[0] == key
        assert len(keys) == len(set(keys))
        assert set(keys) == near(published, hides, key, reach)
        touching = [each for each in published.sums if {each.total, *each.parts} & set(keys)]
        assert {id(each) for each in relations} == {id(each) for each in touching}
