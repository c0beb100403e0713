"""Every level of a break-down adds up to the one above."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from maaltal.core.break_down import break_down
from maaltal.core.organisation import Organisation, Unit

DAY = date(2024, 1, 1)
ORGANISATION = Organisation((
    Unit("BUF", "BUF", "administration", None, DAY),
    *(Unit(f"c{c}", f"Center {c}", "centre", "BUF", DAY) for c in range(3)),
    *(Unit(f"u{c}{u}", f"Enhed {u}", "unit", f"c{c}", DAY) for c in range(3) for u in range(4)),
    Unit("direkte", "Direkte", "unit", "BUF", DAY),
))  # fmt: skip
CODES = [unit.code for unit in ORGANISATION.units]


@given(st.integers(0, 500), st.dictionaries(st.sampled_from(CODES), st.integers(0, 90), min_size=1))
def test_levels_add_up(total: int, keys: dict[str, int]) -> None:
    found = break_down(total, "BUF", keys, ORGANISATION, DAY)
    given_to = {"BUF": total}
    for top, split in found.items():
        assert sum(split.numbers.values()) == given_to[top]
        given_to |= {unit: number for unit, number in split.numbers.items() if unit != top}


def test_a_centre_with_staff_of_its_own_keeps_a_share() -> None:
    found = break_down(10, "BUF", {"c0": 2, "u00": 2, "u01": 1, "direkte": 5}, ORGANISATION, DAY)
    assert found["BUF"].numbers == {"c0": 5, "c1": 0, "c2": 0, "direkte": 5}
    assert found["c0"].numbers == {"c0": 2, "u00": 2, "u01": 1, "u02": 0, "u03": 0}


def test_without_keys_nothing_is_split() -> None:
    assert break_down(10, "BUF", {}, ORGANISATION, DAY) == {}
