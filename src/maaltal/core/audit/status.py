"""Status tables as a model: what one table holds, and what ties the administrations to the municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from maaltal.core.audit.building import Building, Key
from maaltal.core.audit.figures import StatedMethod, StatusTable
from maaltal.core.audit.groups import groups
from maaltal.core.audit.rules import Rules, stated
from maaltal.core.audit.said import Mention
from maaltal.core.audit.status_table import ALL, COLUMNS, MUNICIPALITY, nature_of, relate_table
from maaltal.core.tables.facts import Nature
from maaltal.core.tables.relations import ZERO, total
from maaltal.core.text import Text

BROKEN_SUM = 3
"""What it costs to say that parts do not belong to their total at all: more than two wrong figures."""


@dataclass(frozen=True)
class Statuses:
    """All status tables of a document, the municipality's figures mentioned elsewhere, and each year's rules."""

    tables: tuple[StatusTable, ...]
    mentions: tuple[Mention, ...]
    rules: Mapping[int, Rules]

    def year(self, year: int) -> tuple[StatusTable, ...]:
        return tuple(table for table in self.tables if table.year == year)

    def municipality(self, year: int) -> StatusTable | None:
        return next((table for table in self.year(year) if table.unit == MUNICIPALITY), None)

    def ruled(self, year: int, rules: Rules) -> Statuses:
        """The same with other rules for the year."""
        return replace(self, rules={**self.rules, year: rules})

    def build(self, year: int | None = None) -> Building:
        """Every print and relation, or those of one year; last year's prints stand beside it, for comparison."""
        building = Building()
        tables = [table for table in self.tables if year is None or table.year in (year, year - 1)]
        related = [table for table in tables if year is None or table.year == year]
        for table in tables:
            _print_table(building, table, self.rules[table.year])
        for mention in self.mentions:
            _print_mention(building, mention, self)
        for table in related:
            relate_table(building, table, self.rules[table.year])
        for each in dict.fromkeys(table.year for table in related):
            _relate_units(building, each, self)
        return building


def _print_table(building: Building, table: StatusTable, rules: Rules) -> None:
    at: Key = (table.year, table.unit)
    for group in groups(table):
        measured: Nature = "count" if group.is_count else "real"
        for row in group.rows:
            building.print((*at, "+".join(row.schemes), "status"), row.status, measured)
            building.print((*at, "+".join(row.schemes), "spells"), row.spells, "count")
        for column, nature in (
            ("group_status", measured),
            ("target", "count"),
            ("percentage", nature_of(rules)),
        ):
            name = "status" if column == "group_status" else column
            building.print((*at, group.name, name), group.one(column), nature)
    building.print((*at, ALL, "spells"), table.spells, "count")
    building.print((*at, ALL, "percentage"), table.combined, "real")


def _print_mention(building: Building, mention: Mention, statuses: Statuses) -> None:
    table = statuses.municipality(mention.year)
    if table is None or mention.column == "weight":
        return
    fits = [group for group in groups(table) if group.is_count == (mention.subject == "fleksjob")]
    name = ALL if mention.subject == ALL else fits[0].name if len(fits) == 1 else None
    key = (mention.year, MUNICIPALITY, name, mention.column)
    if name and key in building.facts:
        building.print(key, mention.figure, building.facts[key].nature)


def _relate_units(building: Building, year: int, statuses: Statuses) -> None:
    units = [table.unit for table in statuses.year(year) if table.unit != MUNICIPALITY]
    for key in [key for key in building.facts if key[:2] == (year, MUNICIPALITY)]:
        parts = building.printed((year, unit, *key[2:]) for unit in units)
        if len(units) < 2 or len(parts) < len(units) or key[3] == "percentage":
            continue
        is_target = key[3] == "target"
        whole = building.facts[key]
        if is_target and statuses.rules[year].last_years_targets:
            whole = building.facts.get((year - 1, *key[1:]), whole)
        slack = Fraction((len(parts) + 1) // 2) if is_target else ZERO
        title = _across(statuses, year, str(key[2]), str(key[3]))
        building.relations.append(total(parts, whole, title, slack, BROKEN_SUM if is_target else None))


def _across(statuses: Statuses, year: int, name: str, column: str) -> Text:
    """What is added over the administrations, in words."""
    table = statuses.municipality(year)
    words = dict(_labels(table)) if table else {}
    of = words[name].inside if name in words else None
    da, en = COLUMNS[column].da, COLUMNS[column].en
    return Text(
        f"forvaltningernes {da} {f'for {of.da}' if of else 'i alt'}",
        f"the administrations' {en} {f'for {of.en}' if of else 'in all'}",
    )


def _labels(table: StatusTable) -> Iterator[tuple[str, Text]]:
    for group in groups(table):
        yield group.name, group.label
        for row in group.rows:
            yield "+".join(row.schemes), row.label


def statuses(tables: Sequence[StatusTable], mentions: Sequence[Mention]) -> Statuses:
    """The tables with the rules that they state themselves."""
    methods: dict[int, StatedMethod | None] = {}
    for table in tables:
        methods[table.year] = methods.get(table.year) or table.method
    return Statuses(
        tuple(tables), tuple(mentions), {year: stated(method) for year, method in methods.items()}
    )
