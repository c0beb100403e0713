"""Two-way apportionment (tovejsfordeling): units by groups in whole numbers, where units and groups both add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain

from maaltal.core.apportionment import METHODS, Method, apportion
from maaltal.core.bounds import Bounds, InfeasibleError
from maaltal.core.controlled_rounding import Place, TwoWay, round_two_way
from maaltal.core.proportional_fit import proportional_fit
from maaltal.core.rounding import Exact, whole
from maaltal.core.text import sentence

type Cells = Mapping[Place, Exact]


@dataclass(frozen=True)
class Present:
    """Udgangspunkt (present table): numbers by (unit, group), and the totals that it states of its own, if any."""

    cells: Cells
    units: Mapping[str, Exact] = field(default_factory=dict)
    groups: Mapping[str, Exact] = field(default_factory=dict)

    @property
    def unit_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(unit for unit, _ in self.cells))

    @property
    def group_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group for _, group in self.cells))


@dataclass(frozen=True)
class Wanted:
    """Ønskede summer (wanted totals): of everything, of units and of groups; what is not named follows the present table."""

    total: int | None = None
    units: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class TwoWayApportionment:
    """Tovejsfordeling (two-way apportionment): whole numbers, the exact ones behind them, and both margins."""

    present: Present
    exact: Mapping[Place, Fraction]
    numbers: Mapping[Place, int]
    units: Mapping[str, int]
    groups: Mapping[str, int]
    bounds: Bounds[Place]
    method: Method


def apportion_two_way(
    present: Present, wanted: Wanted, method: str = "hamilton", bounds: Bounds[Place] | None = None
) -> TwoWayApportionment:
    """Fit `present` to the wanted totals and round it, so that both margins hold.

    Raises ValueError on negative or all-zero numbers, InfeasibleError on totals and bounds that cannot be kept.
    """
    bounds = bounds or Bounds()
    groups, units = margins(present, wanted, method)
    kept = [place for place, number in present.cells.items() if number or place in bounds.locked]
    _check(kept, units, groups, bounds)
    exact = _fitted(present.cells, units, groups, bounds)
    numbers = round_two_way(TwoWay({place: exact[place] for place in kept}, units, groups, bounds))
    return TwoWayApportionment(
        present,
        exact,
        {place: numbers.get(place, 0) for place in present.cells},
        units,
        groups,
        bounds,
        METHODS[method],
    )


def _check(
    kept: Sequence[Place], units: Mapping[str, int], groups: Mapping[str, int], bounds: Bounds[Place]
) -> None:
    """InfeasibleError unless some numbers fit: told before the fit, which would never get there."""
    even = {place: Fraction(units[place[0]] * groups[place[1]], sum(units.values()) or 1) for place in kept}
    round_two_way(TwoWay(even, units, groups, bounds))


def margins(present: Present, wanted: Wanted, method: str) -> tuple[dict[str, int], dict[str, int]]:
    """Whole totals of groups and of units, with the same sum: the wanted ones stand, the others share what is left.

    Groups share by their present totals; units by theirs, or by what they would have if every group were scaled to its new one.
    """
    by_group = {
        group: present.groups.get(group, _sum(present.cells, group, 1)) for group in present.group_codes
    }
    total = _total(by_group, present.unit_codes, wanted)
    groups = _shared(total, by_group, method, wanted.groups)
    by_unit = present.units if set(present.units) == set(present.unit_codes) else _scaled(present, groups)
    return groups, _shared(total, by_unit, method, wanted.units)


def _shared(total: int, keys: Mapping[str, Exact], method: str, locked: Mapping[str, int]) -> dict[str, int]:
    """Where nobody has anything, the keys are equal: what is shared then is 0, or locked."""
    keys = keys if any(keys.values()) else dict.fromkeys(keys, 1)
    return apportion(total, keys, method, Bounds(locked=locked)).numbers


def _total(by_group: Mapping[str, Exact], units: tuple[str, ...], wanted: Wanted) -> int:
    margins_wanted = [
        each for each, known in ((wanted.groups, by_group), (wanted.units, units)) if set(each) == set(known)
    ]
    sums = {wanted.total, *(sum(each.values()) for each in margins_wanted)} - {None}
    if len(sums) > 1:
        raise InfeasibleError(sentence(
            "De ønskede summer er ikke lige store: {sums}.", "The wanted totals are not the same: {sums}.",
            sums=", ".join(str(each) for each in sorted(filter(None, sums)))),
            tuple(chain(*margins_wanted)))  # fmt: skip
    found = next(iter(sums), None)
    return whole(sum(({**by_group, **wanted.groups}).values())) if found is None else found


def _scaled(present: Present, groups: Mapping[str, int]) -> dict[str, Exact]:
    sums = {group: _sum(present.cells, group, 1) or 1 for group in groups}
    scaled = {
        place: Fraction(number * groups[place[1]]) / sums[place[1]] for place, number in present.cells.items()
    }
    return {unit: _sum(scaled, unit, 0) for unit in present.unit_codes}


def _sum(cells: Cells, name: str, axis: int) -> Fraction:
    return sum((Fraction(number) for place, number in cells.items() if place[axis] == name), Fraction(0))


def _fitted(
    cells: Cells, units: Mapping[str, int], groups: Mapping[str, int], bounds: Bounds[Place]
) -> dict[Place, Fraction]:
    """The proportional fit, in which locked cells stand and the others share what they leave of each total."""
    free = {place: number for place, number in cells.items() if place not in bounds.locked}
    left = [
        {name: number - sum(n for place, n in bounds.locked.items() if place[axis] == name) for name, number in margin.items()}
        for axis, margin in enumerate((units, groups))
    ]  # fmt: skip
    fitted = proportional_fit(free, *left)
    return {place: fitted.get(place, Fraction(bounds.locked.get(place, 0))) for place in cells}
