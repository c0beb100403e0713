"""A single wrong figure anywhere in a yearly status is found, or why not: a sample always, all of them on demand."""

from collections import Counter

import pytest

from tests.audit.mutations import mutations, rates, table

SAMPLE = 7
"""Every seventh mutation is tried always."""


def test_a_changed_figure_is_seen_and_named():
    total = sum(rates(list(mutations())[::SAMPLE]).values(), Counter[str]())
    assert total["located"] + total["listed"] >= 0.9 * total.total()
    assert total["located"] >= 0.5 * total.total(), "the sample has more slips than blunders"


@pytest.mark.slow
def test_every_changed_figure_but_slips_within_rounding_is_seen(capsys):
    counts = rates(list(mutations()))
    with capsys.disabled():
        print(f"\n{table(counts)}")  # noqa: T201
    unseen = {kind for kind, counter in counts.items() if counter["unseen"] or counter["noticed"]}
    assert all(kind.endswith("slip") and "administration, placements" in kind for kind in unseen)
    assert sum(counter["unseen"] for counter in counts.values()) <= 7
