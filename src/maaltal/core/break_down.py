"""Break-down (nedbrydning): one target down the organisation, so that every level adds up to the one above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import Bounds, Demand, InfeasibleError, bounds_of
from maaltal.core.organisation import Organisation
from maaltal.core.rounding import Exact
from maaltal.core.tables.conflict import smallest_conflict
from maaltal.core.text import sentence


def break_down(
    total: int, top: str, keys: Mapping[str, Exact], organisation: Organisation, day: date,
    *, method: str = "hamilton", bounds: Bounds | None = None,
) -> dict[str, Apportionment]:  # fmt: skip
    """Nedbrydning (break-down): `total` of `top` split on its children by their keys, and each child's on its own.

    `keys` has a number for the units that carry any; a unit's weight is its own key and all keys below it. A unit
    with a key of its own and children too keeps a share for itself, under its own code. Units without keys share
    equally what a bound gives them. Gives the apportionment of every unit that was split, each before those below it.
    InfeasibleError names the fewest bounds, on any level, that cannot hold together.
    """
    tree = Tree(top, children_of(organisation, day), keys)
    bounds = bounds_of(demand for demand in (bounds or Bounds()).demands() if demand.key in tree.weights)
    if tree.room(bounds, total) is None:
        raise _conflict(tree, bounds, total)
    return dict(_split(tree, total, bounds, method)) if tree.weights[top] else {}


def children_of(organisation: Organisation, day: date) -> dict[str, list[str]]:
    """The codes right below each unit on `day`, in the order in which they were written: `Organisation.children` of all."""
    found: dict[str, dict[str, None]] = {}
    for unit in organisation.units:
        if unit.parent is not None and unit.valid_on(day):
            found.setdefault(unit.parent, {})[unit.code] = None
    return {code: list(children) for code, children in found.items()}


type Room = tuple[int, int | None]
"""The least and the most that a unit can be given; None: no limit."""


@dataclass(frozen=True)
class Tree:
    """Units from `top` down, with what each weighs."""

    top: str
    children: Mapping[str, list[str]]
    keys: Mapping[str, Exact]

    @cached_property
    def downwards(self) -> list[str]:
        """Every unit, before those below it."""
        found = [self.top]
        for unit in found:
            found.extend(self.children.get(unit, ()))
        return found

    @cached_property
    def weights(self) -> dict[str, Exact]:
        weights: dict[str, Exact] = {}
        for unit in reversed(self.downwards):
            below = sum((weights[child] for child in self.children.get(unit, ())), 0)
            weights[unit] = self.keys.get(unit, 0) + below
        return weights

    def parts(self, unit: str) -> dict[str, Exact]:
        """What the unit's number is split on: itself, where it has a key of its own, and its children."""
        children = self.children.get(unit, ())
        if children and not self.weights[unit]:
            return dict.fromkeys(children, 1)
        own = {unit: self.keys[unit]} if self.keys.get(unit) else {}
        return own | {child: self.weights[child] for child in children}

    def rooms(self, bounds: Bounds) -> dict[str, Room] | None:
        """What every unit can be given, so that all below it keep their bounds; None where some cannot."""
        rooms: dict[str, Room] = {}
        for unit in reversed(self.downwards):
            low, high = bounds.low(unit), bounds.high(unit)
            if children := self.children.get(unit):
                low = max(low, sum(rooms[child][0] for child in children))
                ends = [end for child in children if (end := rooms[child][1]) is not None]
                if len(ends) == len(children) and not self.keys.get(unit):
                    high = sum(ends) if high is None else min(high, sum(ends))
            if high is not None and low > high:
                return None
            rooms[unit] = low, high
        return rooms

    def room(self, bounds: Bounds, total: int) -> Room | None:
        """The top's room, if `total` lies in it."""
        rooms = self.rooms(bounds)
        if rooms is None:
            return None
        low, high = rooms[self.top]
        return (low, high) if low <= total and (high is None or total <= high) else None


def _split(tree: Tree, total: int, bounds: Bounds, method: str) -> Iterator[tuple[str, Apportionment]]:
    rooms = tree.rooms(bounds) or {}
    given = {tree.top: total}
    for unit in tree.downwards:
        if tree.children.get(unit) and (tree.weights[unit] or given[unit]):
            split = apportion(given[unit], tree.parts(unit), method, _within(rooms, unit, tree, bounds))
            given |= {part: number for part, number in split.numbers.items() if part != unit}
            yield unit, split
        else:
            given |= dict.fromkeys(tree.children.get(unit, ()), 0)


def _within(rooms: Mapping[str, Room], unit: str, tree: Tree, bounds: Bounds) -> Bounds:
    """The bounds of a unit's parts. Those on the unit itself were kept one level up."""
    parts = tree.children[unit]
    return Bounds(
        {part: low for part in parts if (low := rooms[part][0])},
        {part: high for part in parts if (high := rooms[part][1]) is not None},
        {part: bounds.locked[part] for part in parts if part in bounds.locked},
    )


def _conflict(tree: Tree, bounds: Bounds, total: int) -> InfeasibleError:
    def possible(demands: frozenset[Demand]) -> bool:
        return tree.room(bounds_of(demands), total) is not None

    conflict = smallest_conflict(list(bounds.demands()), possible)
    return InfeasibleError(sentence(
        "Disse krav kan ikke holde på én gang, når {top} skal have {total}: {demands}.",
        "These demands cannot hold together when {top} must have {total}: {demands}.",
        top=tree.top, total=total, demands=", ".join(map(str, conflict))), tuple(d.key for d in conflict))  # fmt: skip
