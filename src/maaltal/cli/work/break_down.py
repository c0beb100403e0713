"""A unit's target, or a number, broken down on all units below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.work.keys import EQUAL, MIX, Keys, Source, mixed
from maaltal.cli.work.shared_out import Asked, targets_of, unusable
from maaltal.core.apportionment import METHODS
from maaltal.core.bounds import Bounds, InfeasibleError, bounds_of
from maaltal.core.break_down import Tree, break_down, children_of
from maaltal.core.organisation import Unit
from maaltal.core.targets import TargetSet
from maaltal.documents.break_down import BrokenDown, break_down_document
from maaltal.documents.document import Document
from maaltal.ground.ground import Ground
from maaltal.ground.targets import target_set


def broken_down(asked: Asked, here: Ground, words: str) -> Document:
    """A table for each group and key. Refusal for a unit without units below it, and for keys without any of those."""
    day = asked.day or (date(asked.in_year, 1, 1) if asked.in_year else asked.today)
    top = here.unit(words, day)
    tree = Tree(top.code, children_of(here.organisation, day), {})
    _check(tree, top, day)
    targets = target_set(here.municipality, asked.in_year, None) if asked.in_year else None
    bounds = _bounds(asked.bounds, here, tree, day)
    parts = [
        _part(replace(asked, group=group, bounds=bounds), here, tree, day, (key, total))
        for group, total in _totals(asked, top, targets).items()
        for key in _keys(replace(asked, group=group), here, tree).items()
    ]  # fmt: skip
    names = {unit.code: unit.name for unit in (here.organisation.on(code, day) for code in tree.downwards)}
    return break_down_document(top, parts, names, METHODS[asked.method], day, targets)


def _check(tree: Tree, top: Unit, day: date) -> None:
    if not tree.children.get(top.code):
        raise refuse(
            Exit.NO_DATA, "{unit} har ingen enheder under sig den {day}. Indlæs organisationen med 'maaltal load', eller vælg en enhed højere oppe.",
            "{unit} has no units below it on {day}. Load the organisation with 'maaltal load', or choose a unit higher up.",
            unit=top.code, day=day,
        )  # fmt: skip


def _totals(asked: Asked, top: Unit, targets: TargetSet | None) -> dict[str | None, int]:
    if targets is None:
        return {asked.group: asked.totals[""]}
    return dict(targets_of(targets, top.code, asked).items())


def _keys(asked: Asked, here: Ground, tree: Tree) -> dict[str, Keys]:
    """Cut to the tree before they are mixed, so that each weighs as it should."""
    source = Source(here, tuple(tree.downwards), asked.group, tree.children)
    keys = {name: _below(name, key, tree) for name, key in source.read(asked.by).items()}
    return keys | {MIX: mixed(keys, asked.mix)} if asked.mix else keys


def _below(name: str, key: Keys, tree: Tree) -> Keys:
    """The key of the units that are broken down on; equal is for those that have no units below them."""
    if name == EQUAL:
        return {unit: Fraction(1) for unit in tree.downwards if not tree.children.get(unit)}
    found = {unit: number for unit, number in key.items() if unit in tree.weights}
    if not any(unit != tree.top for unit in found):
        raise refuse(
            Exit.USAGE, "Nøglen '{key}' har ingen enheder under {top}; den har {known}.",
            "The key '{key}' has no units below {top}; it has {known}.",
            key=name, top=tree.top, known=_some(key),
        )  # fmt: skip
    return found


def _some(codes: Iterable[str]) -> str:
    first, *_ = [*codes], None
    return ", ".join(first[:8]) + (" ..." if len(first) > 8 else "")


def _bounds(bounds: Bounds, here: Ground, tree: Tree, day: date) -> Bounds:
    """The bounds by the units' codes, however they were named."""
    demands = [replace(demand, key=here.unit(demand.key, day).code) for demand in bounds.demands()]
    for demand in demands:
        if demand.key not in tree.weights:
            raise refuse(Exit.USAGE, "Enheden '{unit}' ligger ikke under {top}.", "The unit '{unit}' is not below {top}.",
                         unit=demand.key, top=tree.top)  # fmt: skip
    return bounds_of(demands)


def _part(
    asked: Asked, here: Ground, tree: Tree, day: date, split: tuple[tuple[str, Keys], int]
) -> BrokenDown:
    (name, key), total = split
    if any(number < 0 for number in key.values()) or not any(key.values()):
        raise unusable(name)
    try:
        found = break_down(
            total, tree.top, key, here.organisation, day, method=asked.method, bounds=asked.bounds
        )
    except InfeasibleError as infeasible:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=infeasible.message) from infeasible
    return BrokenDown(name, asked.group, total, found)
