"""Where rows count: the paths that units stand in over time, and the nodes above them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from maaltal.core.organisation import Organisation, Stay

NEVER = -1
"""No day: all days are counted from 1 January of year 1, as `date.toordinal` does."""


@dataclass(frozen=True)
class Places:
    """Every stay of every unit, and the places that a day of it counts in.

    A *place* is a row of the cube. Rows of spells are counted at the path of their stay, and the paths come first;
    a node with several paths through it has a place of its own after them, a node with one shares that one's.

    `chains[path]` are the places that the path counts in, itself first. `earlier[stay][n]` is the last day before
    the stay on which its unit was in the n-th place of its chain already, or NEVER: a unit that moves within a
    centre, or comes back to it, takes its runs with it.
    """

    units: dict[str, int]
    stays: dict[str, tuple[int, ...]]
    stay_unit: tuple[int, ...]
    stay_path: tuple[int, ...]
    stay_first: tuple[int, ...]
    stay_last: tuple[int, ...]
    earlier: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    nodes: dict[str, int]
    below: dict[int, tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.chains) + len(self.below)

    def stays_between(self, unit: str, first: int, last: int) -> Iterator[int]:
        """The stays of `unit` that the days from `first` to `last` fall in. KeyError when nobody knows the unit."""
        stays = self.stays[unit]
        begin = bisect_right(stays, first, key=self.stay_first.__getitem__) - 1
        for stay in stays[begin:]:
            if self.stay_first[stay] > last:
                break
            yield stay


def make_places(organisation: Organisation) -> Places:
    stays = {code: organisation.stays(code) for code in organisation.versions}
    paths = {
        path: n for n, path in enumerate(dict.fromkeys(stay.path for all_ in stays.values() for stay in all_))
    }
    nodes, below = _nodes(paths)
    chains = tuple((n, *(nodes[code] for code in path if nodes[code] != n)) for path, n in paths.items())
    numbers = iter(range(sum(map(len, stays.values()))))
    flat = [(unit, stay) for unit, all_ in enumerate(stays.values()) for stay in all_]
    return Places(
        units={code: unit for unit, code in enumerate(stays)},
        stays={code: tuple(next(numbers) for _ in all_) for code, all_ in stays.items()},
        stay_unit=tuple(unit for unit, _ in flat),
        stay_path=tuple(paths[stay.path] for _, stay in flat),
        stay_first=tuple(stay.first.toordinal() for _, stay in flat),
        stay_last=tuple(_last(stay) for _, stay in flat),
        earlier=tuple(
            tuple(_earlier(all_[:n], place, paths, chains) for place in chains[paths[stay.path]])
            for all_ in stays.values()
            for n, stay in enumerate(all_)
        ),
        chains=chains,
        nodes=nodes,
        below=below,
    )


def _nodes(paths: dict[tuple[str, ...], int]) -> tuple[dict[str, int], dict[int, tuple[int, ...]]]:
    """The place of each node, and the paths below each place that is a node's own."""
    through: dict[str, list[int]] = {}
    for path, n in paths.items():
        for code in path:
            through.setdefault(code, []).append(n)
    own = (code for code, below in through.items() if len(below) > 1)
    places = {code: place for place, code in enumerate(own, start=len(paths))}
    nodes = {code: places.get(code, below[0]) for code, below in through.items()}
    return nodes, {place: tuple(through[code]) for code, place in places.items()}


def _earlier(
    before: tuple[Stay, ...],
    place: int,
    paths: dict[tuple[str, ...], int],
    chains: tuple[tuple[int, ...], ...],
) -> int:
    lasts = (_last(stay) for stay in before if place in chains[paths[stay.path]])
    return max(lasts, default=NEVER)


def _last(stay: Stay) -> int:
    return (stay.last or date.max).toordinal()
