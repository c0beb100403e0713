"""The organisation over time: a tree of units in which every version has its dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from maaltal.core.periods import ONE_DAY

LEVELS = ("municipality", "administration", "centre", "unit")


class UnknownUnitsError(KeyError):
    """Spells are in `units`, which the organisation never had."""

    def __init__(self, units: Sequence[str]) -> None:
        super().__init__(f"no such unit: {', '.join(units)}")
        self.units = tuple(units)


@dataclass(frozen=True)
class Unit:
    """Enhed (unit): a node of the organisation as it was from `valid_from` until the day before `valid_to`.

    A unit that changes name, parent or leader has several versions with the same `code`. `successor` names
    the unit that took over when this one closed; where there is none (a split, or nobody wrote it down),
    spells that run on are still counted where the unit last stood, so that no day is lost.
    """

    code: str
    name: str
    level: str
    parent: str | None
    valid_from: date
    valid_to: date | None = None
    successor: str | None = None
    leader: str | None = None
    production_unit: str | None = None

    def valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Stay:
    """The days from `first` to `last` (None: open) on which a unit's spells count along `path`, root first."""

    first: date
    last: date | None
    path: tuple[str, ...]


@dataclass(frozen=True)
class Organisation:
    """Organisation (organisation): every version of every unit; asks are always about a day."""

    units: tuple[Unit, ...]
    _paths: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def versions(self) -> Mapping[str, tuple[Unit, ...]]:
        found: dict[str, list[Unit]] = {}
        for unit in sorted(self.units, key=lambda unit: (unit.code, unit.valid_from)):
            found.setdefault(unit.code, []).append(unit)
        return {code: tuple(versions) for code, versions in found.items()}

    def valid_on(self, code: str, day: date) -> bool:
        return any(unit.valid_on(day) for unit in self.versions.get(code, ()))

    def on(self, code: str, day: date) -> Unit:
        """The version that counts on `day`: the one valid then, else the nearest in time. KeyError if unknown."""
        versions = self.versions[code]
        begun = [unit for unit in versions if unit.valid_from <= day]
        return begun[-1] if begun else versions[0]

    def path(self, code: str, day: date) -> tuple[str, ...]:
        """The codes from the root down to where days of `code` count on `day`, past closings and successors."""
        if (code, day) not in self._paths:
            self._paths[code, day] = self._find_path(code, day, ())
        return self._paths[code, day]

    def _find_path(self, code: str, day: date, seen: tuple[str, ...]) -> tuple[str, ...]:
        if code in seen:
            raise ValueError(f"unit {code} stands above itself: {' > '.join((*seen, code))}")
        unit = self.on(code, day)
        closed = unit.valid_to is not None and unit.valid_to <= day
        if closed and unit.successor is not None and unit.successor in self.versions:
            return self._find_path(unit.successor, day, (*seen, code))
        above = self._find_path(unit.parent, day, (*seen, code)) if unit.parent is not None else ()
        return (*above, code)

    def is_within(self, code: str, node: str, day: date) -> bool:
        """Whether days of `code` count in `node` on `day`."""
        return node in self.path(code, day)

    @cached_property
    def change_days(self) -> tuple[date, ...]:
        """Every day on which anything in the tree changes, sorted."""
        days = {unit.valid_from for unit in self.units} | {
            unit.valid_to for unit in self.units if unit.valid_to
        }
        return tuple(sorted(days))

    def stays(self, code: str) -> tuple[Stay, ...]:
        """Where days of `code` count over all time: gapless stays, each with one path. The first reaches back for ever."""
        starts = (date.min, *self.change_days)
        paths = [self.path(code, day) for day in starts]
        kept = [n for n in range(len(starts)) if n == 0 or paths[n] != paths[n - 1]]
        lasts = [starts[n] - ONE_DAY for n in kept[1:]]
        return tuple(Stay(starts[n], last, paths[n]) for n, last in zip(kept, (*lasts, None), strict=True))

    def children(self, code: str, day: date) -> tuple[Unit, ...]:
        """The units right below `code` that are valid on `day`, in the order in which they were written."""
        below = self._versions_below.get(code, ())
        here = {unit.code: unit for unit in below if unit.valid_on(day)}
        return tuple(sorted(here.values(), key=lambda unit: self._order[unit.code]))

    @cached_property
    def _versions_below(self) -> Mapping[str | None, list[Unit]]:
        found: dict[str | None, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.parent, []).append(unit)
        return found

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """Where each code was written first."""
        return {unit.code: n for n, unit in reversed(list(enumerate(self.units)))}

    def below(self, code: str, day: date) -> tuple[Unit, ...]:
        """`code` itself and all units below it on `day`, each before its children."""
        found = [self.on(code, day)]
        for child in self.children(code, day):
            found.extend(self.below(child.code, day))
        return tuple(found)

    @property
    def root(self) -> Unit:
        """The municipality's own unit. ValueError unless there is just one."""
        roots = {unit.code for unit in self.units if unit.parent is None}
        if len(roots) != 1:
            raise ValueError(f"an organisation has one unit without a parent, not {sorted(roots)}")
        return self.versions[roots.pop()][-1]


def join(*parts: Iterable[Unit]) -> Organisation:
    """One organisation of several lists, such as the municipality's top and an extract of what lies below."""
    return Organisation(tuple(dict.fromkeys(unit for part in parts for unit in part)))
