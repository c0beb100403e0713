"""Room that is found for many figures at once is there for each of them."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.published import Published, Sum
from maaltal.core.room import roomy
from tests.core.guessing import guess


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 9), min_size=9, max_size=9),
    st.sets(st.integers(0, 8), min_size=1),
    st.integers(1, 6),
)
def test_who_has_room_cannot_be_placed_closer(cells: list[int], hides: set[int], threshold: int) -> None:
    """A table of three by three, of which the margins are known."""
    rows = [tuple(range(3 * n, 3 * n + 3)) for n in range(3)]
    columns = [tuple(range(n, 9, 3)) for n in range(3)]
    margins = {9 + n: sum(cells[part] for part in parts) for n, parts in enumerate((*rows, *columns))}
    values = {n: Fraction(value, 7) for n, value in (dict(enumerate(cells)) | margins).items()}
    sums = [Sum(9 + n, parts) for n, parts in enumerate((*rows, *columns))]
    published = Published(values, {}, sums)
    for key in roomy(published, hides, hides, threshold):
        low, high = guess(published, hides, key)
        assert high - low >= threshold - 1e-6


def test_two_that_make_up_for_each_other_are_found() -> None:
    published = Published({0: 3, 1: 4, 2: 7}, {}, [Sum(2, (0, 1))])
    assert roomy(published, {0, 1}, {0, 1}, 5) == {0, 1}
    assert roomy(published, {0}, {0}, 5) == set()
