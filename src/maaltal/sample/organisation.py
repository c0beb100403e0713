"""The made-up organisation: about 60 centres and 600 units of uneven depth below the real administrations."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import count
from math import isqrt
from typing import Any

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import ONE_DAY

type Table = Mapping[str, Any]

RUNS = 13
"""Units with neighbouring numbers stand in one centre; the larger this is, the fewer do."""
EVERY_VACANT = 31
EVERY_WITHOUT_P_NUMBER = 40
FIRST_P_NUMBER = 9_900_000_001


def organisation(municipality: Municipality) -> Organisation:
    """The municipality's own top and the made-up rest, with what happens to it in 2017 and 2024."""
    table = tomllib.loads((files(__package__) / "organisation.toml").read_text("utf-8"))
    numbers = count()
    below = [
        _appointed(unit, next(numbers))
        for administration in table["administration"]
        for unit in _below(administration, table["valid_from"])
    ]
    opened = [_appointed(Unit(level="unit", **made), next(numbers)) for made in table["opens"]]
    units = _sharing([*below, *opened], table["shares_p_number"])
    return Organisation((*municipality.units, *_in_time(units, table)))


def _below(table: Table, valid_from: date) -> Iterator[Unit]:
    code, centres = table["code"], table["centres"]
    top = centres - table["sub_centres"]
    for number in range(1, centres + 1):
        parent = code if number <= top else f"{code}-C{number - top:02}"
        yield Unit(f"{code}-C{number:02}", f"Prøvecenter {code} {number}", "centre", parent, valid_from)
    for number in range(1, table["units"] + 1):
        centre = 1 + isqrt(RUNS * number) % centres
        parent = code if number <= table["direct"] else f"{code}-C{centre:02}"
        name = f"{table['names'][number % len(table['names'])]} {number}"
        yield Unit(f"{code}-{number:03}", name, "unit", parent, valid_from)


def _appointed(unit: Unit, number: int) -> Unit:
    """With a leader, unless vacant, and a P-number, unless it is a centre or one of the few units without."""
    leader = None if number % EVERY_VACANT == EVERY_VACANT - 1 else f"Prøveleder {number + 1:03}"
    has_own = unit.level == "unit" and number % EVERY_WITHOUT_P_NUMBER
    return replace(unit, leader=leader, production_unit=str(FIRST_P_NUMBER + number) if has_own else None)


def _sharing(units: list[Unit], codes: list[str]) -> list[Unit]:
    """The units named have the P-number of the first of them."""
    number = next(unit.production_unit for unit in units if unit.code == codes[0])
    return [replace(unit, production_unit=number) if unit.code in codes else unit for unit in units]


def _in_time(units: list[Unit], table: Table) -> Iterator[Unit]:
    """Every version of every unit: those that change have several, those that close have an end."""
    for unit in units:
        version = unit
        for change in (change for change in table["changes"] if change["code"] == unit.code):
            yield replace(version, valid_to=change["valid_from"])
            version = _changed(version, change)
        for closing in (closing for closing in table["closes"] if closing["code"] == unit.code):
            version = replace(
                version, valid_to=closing["valid_to"] + ONE_DAY, successor=closing.get("successor")
            )
        yield version


def _changed(unit: Unit, change: Table) -> Unit:
    """The same unit from the day of the change; an empty leader is a vacant one."""
    return replace(
        unit,
        valid_from=change["valid_from"],
        name=change.get("name", unit.name),
        parent=change.get("parent", unit.parent),
        leader=change.get("leader", unit.leader) or None,
    )


def shared_p_number(made: Organisation) -> str:
    """The P-number that two units have in common."""
    numbers = [versions[0].production_unit for versions in made.versions.values()]
    return next(number for number in numbers if number and numbers.count(number) > 1)
