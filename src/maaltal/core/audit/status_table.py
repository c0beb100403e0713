"""One status table as a model: sums of its rows, percentages of its targets, and its combined fulfilment."""

from collections.abc import Sequence

from maaltal.core.audit.building import Building, Key
from maaltal.core.audit.figures import StatusTable
from maaltal.core.audit.groups import Group, groups
from maaltal.core.audit.rules import Rules
from maaltal.core.tables.cells import Cell
from maaltal.core.tables.facts import Nature
from maaltal.core.tables.relations import (
    ONE,
    ZERO,
    Quotient,
    mean,
    percentage_as_printed,
    percentage_of_printed,
    percentage_of_unrounded,
    total,
    weighted_mean,
)
from maaltal.core.text import Text

MUNICIPALITY = "KK"
ALL = "all"
COLUMNS = {
    "status": Text("status", "measurement"),
    "target": Text("måltal", "target"),
    "percentage": Text("målopfyldelse", "fulfilment"),
    "spells": Text("antal forløb", "spells"),
}


def nature_of(rules: Rules) -> Nature:
    """Percentages that are averaged as rounded numbers are whole themselves."""
    return "count" if rules.method == "mean-of-rounded" else "real"


def relate_table(building: Building, table: StatusTable, rules: Rules) -> None:
    at: Key = (table.year, table.unit)
    for group in groups(table):
        _relate_group(building, at, table, group, rules)
    rows = [row for group in groups(table) for row in group.rows]
    spells = building.printed((*at, "+".join(row.schemes), "spells") for row in rows)
    # An empty cell is none, a hidden one is unknown.
    if table.spells and spells and not any("spells" in row.hidden for row in rows):
        whole = building.facts[*at, ALL, "spells"]
        building.relations.append(total(spells, whole, _title(table, COLUMNS["spells"])))
    if table.combined:
        _relate_combined(building, at, table, rules)


def _relate_group(building: Building, at: Key, table: StatusTable, group: Group, rules: Rules) -> None:
    parts = building.printed((*at, "+".join(row.schemes), "status") for row in group.rows)
    key: Key = (*at, group.name, "status")
    if key in building.facts and len(parts) == len(group.rows) > 1:
        building.relations.append(total(parts, building.facts[key], _title(table, COLUMNS["status"])))
    if key in building.facts and group.one("target"):
        _relate_percentage(building, at, table, group, rules)


def _relate_percentage(building: Building, at: Key, table: StatusTable, group: Group, rules: Rules) -> None:
    part, whole = building.facts[*at, group.name, "status"], building.facts[*at, group.name, "target"]
    percentage = building.fact((*at, group.name, "percentage"), nature_of(rules))
    title, rounding = _title(table, group.label), ONE if nature_of(rules) == "count" else ZERO
    building.quotients.append(Quotient(percentage, part, whole, rounding))
    for cell in building.cells_of((*at, group.name, "percentage")):
        building.strict.extend(percentage_as_printed(part, whole, cell, title))
    for cell in building.cells_of((*at, group.name, "target")):
        building.strict.extend(percentage_of_printed(percentage, part, cell, title, rounding))
        building.loose.extend(percentage_of_unrounded(percentage, part, cell, title, rounding))


def _relate_combined(building: Building, at: Key, table: StatusTable, rules: Rules) -> None:
    keys = [(*at, group.name, "percentage") for group in groups(table)]
    parts = building.printed(keys)
    weighing = at if rules.method == "own-weights" else (table.year, MUNICIPALITY)
    weights = [_first(building.cells_of((*weighing, group.name, "target"))) for group in groups(table)]
    known = [cell for cell in weights if cell]
    if len(parts) < len(keys):
        return
    title = _title(table, Text("samlet målopfyldelse", "combined fulfilment"))
    whole = building.facts[*at, ALL, "percentage"]
    if rules.method in ("mean-of-rounded", "mean-of-groups"):
        building.relations.append(mean(parts, whole, title))
    elif len(known) == len(parts):
        building.relations.append(weighted_mean(parts, known, whole, title))


def _first(cells: Sequence[Cell]) -> Cell | None:
    return cells[0] if cells else None


def _title(table: StatusTable, what: Text) -> Text:
    return Text(f"{table.title.da}, {table.unit}, {what.da}", f"{table.title.en}, {table.unit}, {what.en}")
