"""Conflicts: explanations of a whole table sorted into independent questions, each with its own answers."""

from collections.abc import Sequence
from itertools import combinations

from maaltal.core.tables.feasible import Aside

type Question = tuple[Aside, ...]
"""The answers to one question: exactly one of these sets of items is wrong."""


def common(explanations: Sequence[Aside]) -> Aside:
    """What every explanation holds for wrong."""
    return frozenset.intersection(*explanations) if explanations else frozenset()


def questions(explanations: Sequence[Aside]) -> list[Question]:
    """Independent questions: items are tied when one smallest difference between two explanations has both.

    Two conflicts with 5 and 2 answers give 10 explanations; they come out as one question of 5 and one of 2.
    """
    certain = common(explanations)
    open_ = list(dict.fromkeys(explanation - certain for explanation in explanations))
    groups = _merged(_smallest_differences(open_))
    return [tuple(dict.fromkeys(e & group for e in open_ if e & group)) for group in groups]


def _smallest_differences(explanations: Sequence[Aside]) -> list[Aside]:
    differences = {one ^ other for one, other in combinations(explanations, 2)}
    ordered = sorted(differences, key=len)
    return [d for n, d in enumerate(ordered) if not any(smaller < d for smaller in ordered[:n])]


def _merged(sets: Sequence[Aside]) -> list[Aside]:
    groups: list[Aside] = []
    for new in sets:
        touching = [group for group in groups if group & new]
        groups = [group for group in groups if not group & new] + [new.union(*touching)]
    return groups
