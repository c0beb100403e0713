"""Keys of apportionment: from a file, from a target set, measured from the store, equal, or mixed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from maaltal.cli.exits import Exit, RefusalError, refuse
from maaltal.cli.work.grids import Column, read_grid
from maaltal.core.keys import mixed as keys_mixed
from maaltal.core.scenarios import units_of
from maaltal.ground.ground import Ground

type Keys = Mapping[str, Fraction]
EQUAL, MIX = "equal", "mix"
KINDS = ("targets", "measured", "fulfilment")


@dataclass(frozen=True)
class Source:
    """Where keys come from: the ground, and the units that there can be keys for. `group` stands in where a key names none.

    `children` are the units below each, when keys are for a whole tree: what is measured is then each unit's own part.
    """

    ground: Ground
    units: tuple[str, ...]
    group: str | None = None
    children: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def of_kind(self) -> Mapping[str, Callable[[str], Keys]]:
        from maaltal.ground.measured_keys import fulfilment, measured, own_parts

        return {
            "targets": self._targets,
            "measured": lambda word: own_parts(measured(self.ground, word, self.units), self.children),
            "fulfilment": lambda word: fulfilment(self.ground, word, self.units),
        }

    def read(self, words: Sequence[str]) -> dict[str, Keys]:
        """Every key that the words name: FILE, FILE:COLUMN, targets:SET:GROUP, measured:PERIOD:GROUP,
        fulfilment:PERIOD:GROUP, or equal: for the units of the first other key, else for all."""
        found: dict[str, Keys] = {}
        for word in words:
            keys = {} if word == EQUAL else self._keys(word)
            found |= {
                f"{word}:{name}" if name in found and name != word else name: key
                for name, key in keys.items()
            }
        if EQUAL in words:
            found[EQUAL] = dict.fromkeys(next(iter(found.values()), self.units), Fraction(1))
        return found

    def _keys(self, word: str) -> dict[str, Keys]:
        kind = word.partition(":")[0]
        if kind in KINDS:
            return {word: self.of_kind[kind](self._with_group(word))}
        name, _, column = word.rpartition(":") if ":" in word and not Path(word).is_file() else (word, "", "")
        columns = read_grid(Path(name)).columns
        if column and column not in columns:
            raise _no_column(name, column, columns)
        return {column: columns[column]} if column else dict(columns)

    def _with_group(self, word: str) -> str:
        return f"{word}:{self.group}" if self.group and word.count(":") == 1 else word

    def _targets(self, word: str) -> Keys:
        municipality = self.ground.municipality
        _, name, group = (*word.split(":"), "", "")[:3]
        targets = municipality.target_set(name)
        numbers = units_of(targets, group, municipality.code) if targets else {}
        if not numbers:
            raise refuse(
                Exit.NO_DATA, "'{word}' giver ingen måltal; skriv targets:SÆT:GRUPPE, for eksempel targets:2024-2025:fleksjob.",
                "'{word}' gives no targets; write targets:SET:GROUP, such as targets:2024-2025:fleksjob.", word=word,
            )  # fmt: skip
        return {unit: Fraction(number) for unit, number in numbers.items()}


def mixed(keys: Mapping[str, Keys], weights: Mapping[str, Fraction]) -> Keys:
    """One key of several: each counts by its units' shares of it, times its weight."""
    unknown = [name for name in weights if name not in keys]
    if unknown:
        raise refuse(
            Exit.USAGE, "Nøglen '{key}' er ikke blandt dem, der er læst: {known}.",
            "The key '{key}' is not among those that were read: {known}.", key=unknown[0], known=", ".join(keys),
        )  # fmt: skip
    return keys_mixed(keys, weights)


def _no_column(name: str, column: str, columns: Mapping[str, Column]) -> RefusalError:
    return refuse(
        Exit.REFUSED, "{file} har ingen kolonne '{column}'; den har {known}.",
        "{file} has no column '{column}'; it has {known}.", file=name, column=column, known=", ".join(columns),
    )  # fmt: skip
