"""Which rows count together: kinds of row, and the sets of kinds that a person's days are told apart in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from maaltal.core.schemes import FLEKSJOB, Selection

type RowKind = tuple[str, bool, bool, bool]
"""scheme, retention, before the reform, excluded: what a selection asks about a row."""


@dataclass(frozen=True)
class Slots:
    """Kinds of row (each row has one), then sets of several kinds that a day of a person counts once in.

    Two rows are of one kind when no selection tells them apart. Full-year persons count a day once for each scheme
    of a selection, persons once for the selection: `strands` names a slot for each (selection, scheme) and `whole`
    one for each selection. A selection of one scheme has one slot for both.
    """

    kinds: tuple[frozenset[RowKind], ...]
    sets: tuple[frozenset[int], ...]
    whole: dict[str, int]
    strands: dict[str, tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.sets)

    @cached_property
    def kind_of(self) -> dict[RowKind, int]:
        return {row_kind: n for n, kind in enumerate(self.kinds) for row_kind in kind}

    def wider(self, kind: int) -> list[int]:
        """The slots of several kinds that rows of `kind` count in."""
        return [slot for slot in range(len(self.kinds), len(self)) if kind in self.sets[slot]]

    def runs(self, kind: int) -> list[int]:
        """The slots in which rows of `kind` are joined to runs: one for each strand that holds them."""
        counted = {slot for strands in self.strands.values() for slot in strands}
        return sorted(slot for slot in counted if kind in self.sets[slot])


def make_slots(selections: Iterable[Selection]) -> Slots:
    selections = tuple(selections)
    kinds = _kinds(selections)
    sets: dict[frozenset[int], int] = {frozenset({n}): n for n in range(len(kinds))}

    def slot(selection: Selection, schemes: Iterable[str]) -> int:
        wanted = set(schemes)
        held = (
            n
            for n, kind in enumerate(kinds)
            if any(selection.holds(*row) and row[0] in wanted for row in kind)
        )
        return sets.setdefault(frozenset(held), len(sets))

    strands = {
        one.code: tuple(slot(one, (scheme,)) for scheme in dict.fromkeys(one.schemes)) for one in selections
    }
    whole = {one.code: slot(one, one.schemes) for one in selections}
    return Slots(kinds, tuple(sets), whole, strands)


def _kinds(selections: tuple[Selection, ...]) -> tuple[frozenset[RowKind], ...]:
    """Every possible row that some selection holds, put together with those that all selections treat alike."""
    alike: dict[tuple[str, frozenset[str]], set[RowKind]] = {}
    for scheme in dict.fromkeys(scheme for selection in selections for scheme in selection.schemes):
        reforms = (False, True) if scheme == FLEKSJOB else (False,)
        for row in product((scheme,), (False, True), reforms, (False, True)):
            held = frozenset(selection.code for selection in selections if selection.holds(*row))
            if held:
                alike.setdefault((scheme, held), set()).add(row)
    return tuple(map(frozenset, alike.values()))
