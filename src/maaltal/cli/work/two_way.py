"""Units by groups, from a file, a target set or what was measured, apportioned so that both margins hold."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from maaltal.cli.exits import Exit, RefusalError, refuse
from maaltal.cli.work.called import groups_called, table_called
from maaltal.cli.work.grids import read_grid
from maaltal.cli.work.shared_out import Asked, top_units
from maaltal.core.bounds import Bounds, InfeasibleError, bounds_of
from maaltal.core.controlled_rounding import Place
from maaltal.core.two_way import Present, Wanted, apportion_two_way
from maaltal.documents.document import Document
from maaltal.documents.two_way import two_way_document
from maaltal.ground.ground import Ground


def two_way(asked: Asked, here: Ground, table: str) -> Document:
    """The document. Refusal for a table that cannot be read, unknown names, and totals or bounds that cannot be kept."""
    _check(asked)
    present = _present(table, here)
    if any(number < 0 for number in present.cells.values()) or not any(present.cells.values()):
        raise refuse(
            Exit.USAGE, "Tabellen '{table}' kan ikke bruges: alle tal skal være 0 eller mere, og mindst ét over 0.",
            "The table '{table}' cannot be used: every number must be 0 or more, and at least one above 0.", table=table,
        )  # fmt: skip
    wanted = _wanted(asked.totals, present)
    bounds = bounds_of(_placed(asked.bounds, present).demands())
    try:
        split = apportion_two_way(present, wanted, asked.method, bounds)
        called, groups = table_called(table, here.municipality), groups_called(table, here.municipality)
        return two_way_document(called, split, wanted, groups)
    except InfeasibleError as infeasible:
        raise refuse(Exit.USAGE, "{why}", "{why}", why=infeasible.message) from infeasible
    except ValueError as problem:
        raise refuse(
            Exit.USAGE, "De ønskede summer kan ikke fordeles: tabellen har kun 0 dér, hvor der skal stå noget.",
            "The wanted totals cannot be shared out: the table has only 0 where something must stand.",
        ) from problem  # fmt: skip


def _check(asked: Asked) -> None:
    given = {
        "--by": asked.by,
        "--mix": asked.mix,
        "--down": asked.down,
        "--year": asked.in_year,
        "--group": asked.group,
    }
    for name, value in given.items():
        if value:
            raise refuse(
                Exit.USAGE, "{name} hører ikke sammen med --table: tabellen er selv nøglen, og summerne angives med --total.",
                "{name} does not go with --table: the table is its own key, and totals are given with --total.", name=name,
            )  # fmt: skip


def _present(table: str, here: Ground) -> Present:
    kind, _, name = table.partition(":")
    if kind == "targets":
        return _target_set(table, name, here)
    if kind == "measured" and name:
        from maaltal.ground.measured_keys import measured_table

        return Present(_cells(measured_table(here, table, top_units(here))))
    grid = read_grid(Path(table))
    return Present(_cells(grid.columns), grid.total_column, grid.total_row)


def _target_set(table: str, name: str, here: Ground) -> Present:
    municipality = here.municipality
    targets = municipality.target_set(name)
    if targets is None:
        raise refuse(
            Exit.NO_DATA, "'{table}' er intet måltalssæt; skriv targets:SÆT med et af {known}.",
            "'{table}' is no target set; write targets:SET with one of {known}.",
            table=table, known=", ".join(known.name for known in municipality.target_sets),
        )  # fmt: skip
    whole = municipality.code
    cells = {place: Fraction(number) for place, number in targets.targets.items() if place[0] != whole}
    if not cells:
        raise refuse(Exit.NO_DATA, "Måltalssættet {name} har kun tal for hele kommunen.",
                     "The target set {name} has numbers for the whole municipality alone.", name=name)  # fmt: skip
    return Present(
        cells, {}, {group: number for (unit, group), number in targets.targets.items() if unit == whole}
    )


def _cells(columns: Mapping[str, Mapping[str, Fraction]]) -> dict[Place, Fraction]:
    """Row by row, in the order in which units and groups were met; a cell that is missing is 0."""
    units = dict.fromkeys(unit for column in columns.values() for unit in column)
    return {
        (unit, group): column.get(unit, Fraction(0)) for unit in units for group, column in columns.items()
    }


def _wanted(totals: Mapping[str, int], present: Present) -> Wanted:
    groups = {name: number for name, number in totals.items() if name in present.group_codes}
    units = {name: number for name, number in totals.items() if name in present.unit_codes}
    for name in totals:
        if name and (name in groups) == (name in units):
            raise _unknown(name, present)
    return Wanted(totals.get(""), units, groups)


def _placed(bounds: Bounds, present: Present) -> Bounds[Place]:
    def placed(numbers: Mapping[str, int]) -> dict[Place, int]:
        return {_place(words, present): number for words, number in numbers.items()}

    return Bounds(placed(bounds.least), placed(bounds.most), placed(bounds.locked))


def _place(words: str, present: Present) -> Place:
    unit, slash, group = words.rpartition("/")
    if not slash:
        raise refuse(
            Exit.USAGE, "'{words}' er ingen celle: i en tabel låses celler som ENHED/GRUPPE=TAL; en sum angives med --total.",
            "'{words}' is no cell: in a table cells are locked as UNIT/GROUP=NUMBER; a sum is given with --total.", words=words,
        )  # fmt: skip
    if (unit, group) not in present.cells:
        raise _unknown(words, present)
    return unit, group


def _unknown(words: str, present: Present) -> RefusalError:
    return refuse(
        Exit.USAGE, "'{words}' findes ikke i tabellen; den har enhederne {units} og grupperne {groups}.",
        "'{words}' is not in the table; it has the units {units} and the groups {groups}.",
        words=words, units=", ".join(present.unit_codes), groups=", ".join(present.group_codes),
    )  # fmt: skip
