import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maaltal.sample.lengths import fit


@given(
    st.lists(st.tuples(st.floats(0.01, 100), st.integers(1, 366)), min_size=1, max_size=60), st.floats(0, 1)
)
def test_lengths_keep_their_bounds_and_their_total(spells, share):
    weights, caps = np.array([weight for weight, _ in spells]), np.array([cap for _, cap in spells])
    total = round(len(spells) + share * (int(caps.sum()) - len(spells)))
    lengths = fit(weights, caps, total)
    assert lengths.sum() == total
    assert (lengths >= 1).all()
    assert (lengths <= caps).all()


def test_no_spells_have_no_days():
    assert len(fit(np.zeros(0), np.zeros(0, int), 0)) == 0


@pytest.mark.parametrize("total", [1, 21])
def test_days_that_do_not_fit_are_refused(total):
    with pytest.raises(ValueError, match="do not fit"):
        fit(np.ones(2), np.array([10, 10]), total)
