"""What is hidden in a tree of statuses: whoever is few, and whatever gives them away."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.hidden_figures import Figure, hidden_figures
from maaltal.core.organisation import Unit
from maaltal.core.rounding import Exact
from tests.core.test_status import frame

FRAME = frame("2024")
SCHEMES = ("loentilskud", "virksomhedspraktik", "smaajob")
GROUP = "+".join(SCHEMES)
START = date(2000, 1, 1)
KK = Unit("KK", "Kommunen", "municipality", None, START)
A, B = (Unit(code, code, "administration", "KK", START) for code in "AB")
A1, A2 = (Unit(code, code, "centre", "A", START) for code in ("A1", "A2"))
FAMILY = (KK, A, B, A1, A2)


class Counted:
    """Fleksjob employees by unit, and nothing else; a parent has its children's and its own."""

    def __init__(self, own: Mapping[str, int]) -> None:
        self.own = own

    def headcount(self, unit: str) -> int:
        children = [other.code for other in FAMILY if other.parent == unit]
        return self.own.get(unit, 0) + sum(map(self.headcount, children))

    def ask(self, unit: str, selection: str, _measure: str) -> Exact:
        return self.headcount(unit) if selection == "fleksjob" else 0


def fleksjob(own: Mapping[str, int]) -> set[str]:
    """The units whose fleksjob figure is hidden."""
    return {figure.unit for figure in hidden_figures(FAMILY, FRAME, Counted(own).ask)}


def test_nothing_is_hidden_where_many_are_counted() -> None:
    assert not fleksjob({"A1": 10, "A2": 20, "B": 30})


def test_a_small_unit_takes_a_sibling_with_it() -> None:
    assert fleksjob({"A1": 3, "A2": 20, "B": 30}) == {"A1", "A2"}


def test_a_small_unit_takes_nobody_with_it_where_its_parent_has_more() -> None:
    """What the parent has besides is not shown, and could be anything."""
    assert fleksjob({"A": 12, "A1": 3, "A2": 20, "B": 30}) == {"A1"}


def test_what_a_parent_has_besides_its_children_is_small_too() -> None:
    assert fleksjob({"A": 1, "A1": 10, "A2": 20, "B": 30}) & {"A", "A1", "A2"}


def test_a_scheme_with_few_persons_takes_another_scheme_and_unit_with_it() -> None:
    measured = {("A", "loentilskud"): 2, ("A", "smaajob"): 40, ("B", "loentilskud"): 50, ("B", "smaajob"): 60}

    def ask(unit: str, selection: str, _measure: str) -> Exact:
        units = {"KK": "AB"}.get(unit, unit)
        schemes = selection.split("+")
        return sum(number for (u, s), number in measured.items() if u in units and s in schemes)

    hides = hidden_figures((KK, A, B), FRAME, ask)
    measures = {figure.measure for figure in hides}
    assert measures == {"full-year-persons", "spells"}
    for measure in measures:
        hidden = {(figure.unit, figure.selection) for figure in hides if figure.measure == measure}
        assert hidden == {(unit, scheme) for unit in "AB" for scheme in ("loentilskud", "smaajob")}


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["A", "B", "A1", "A2"]), st.integers(0, 12)))
def test_no_small_figure_is_shown_and_none_can_be_subtracted(own: dict[str, int]) -> None:
    counted, hides = Counted(own), fleksjob(own)
    small = {unit.code for unit in FAMILY if 0 < counted.headcount(unit.code) < 5}
    assert small <= hides
    for parent in ("KK", "A"):
        family = [parent, *(unit.code for unit in FAMILY if unit.parent == parent)]
        if small & set(family) and not own.get(parent):
            assert len(hides & set(family)) != 1


def test_a_figure_is_told_by_unit_selection_and_measure() -> None:
    hides = hidden_figures(FAMILY, FRAME, Counted({"A1": 3, "A2": 20, "B": 30}).ask)
    assert Figure("A1", "fleksjob", "headcount") in hides
    assert not any(figure.below for figure in hides)


def test_ones_own_units_are_never_hidden_and_do_not_give_the_others_away() -> None:
    """Whoever knows their own 20 would get the other's 3 out of the sum: the sum is hidden instead."""
    measured = Counted({"A1": 3, "A2": 20, "B": 30}).ask
    hides = {figure.unit for figure in hidden_figures(FAMILY, FRAME, measured, own={"A2"})}
    assert hides == {"A1", "A", "B"}


def test_a_part_at_a_time_hides_no_more_of_the_top() -> None:
    measured = Counted({"A1": 3, "A2": 20, "B": 30}).ask
    top = hidden_figures((KK, A, B), FRAME, measured)
    below = hidden_figures((A, A1, A2), FRAME, measured, above=top)
    assert {figure.unit for figure in top} == set()
    assert {figure.unit for figure in below} == {"A1", "A2"}


def test_what_the_top_hides_cannot_be_added_up_from_below() -> None:
    measured = Counted({"A1": 2, "A2": 1, "B": 30}).ask
    top = hidden_figures((KK, A, B), FRAME, measured)
    assert {figure.unit for figure in top} == {"A", "B"}
    below = hidden_figures((A, A1, A2), FRAME, measured, above=top)
    assert {"A1", "A2"} <= {figure.unit for figure in below}
