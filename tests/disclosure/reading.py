"""What the tables of notes and pages print, as figures that can be reckoned with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period, month, parse_period, year
from maaltal.core.schemes import SchemeGroup
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.tables import Cell, Row, Table
from tests.disclosure.attacker import Expression, Quantity, plus

FULL_YEAR = "full-year-persons"


@dataclass(frozen=True)
class Printed:
    """A cell, where it stands, and the figure that it prints: an expression of what the attacker wonders about."""

    where: tuple[str, str, str]
    expression: Expression
    cell: Cell

    @property
    def hidden(self) -> bool:
        return self.cell == HIDDEN

    @property
    def value(self) -> Fraction:
        assert isinstance(self.cell.value, int | Fraction)
        return Fraction(self.cell.value)


@dataclass(frozen=True)
class Reader:
    """Reads the tables of one document about a unit and a period."""

    municipality: Municipality
    organisation: Organisation
    unit: str
    period: Period

    def read(self, tables: Iterable[Table]) -> Iterator[Printed]:
        for table in tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    if cell == HIDDEN or (cell.numeric and cell.value is not None):
                        expression = self._expression(table, row, column.code)
                        if expression is not None:
                            yield Printed((table.code, row.codes[0], column.code), expression, cell)

    def _expression(self, table: Table, row: Row, column: str) -> Expression | None:
        """None: nothing that persons are behind, such as a target."""
        if column == "target" or column.endswith(":target") or row.codes[0] == "days":
            return None
        if column in ("missing", "needed"):
            return None
        code = row.codes[0]
        of_table: dict[str, Callable[[], Expression]] = {
            "units": lambda: self._of_group(code, column, self._to_date),
            "centres": lambda: self._of_group(code, column, self._to_date),
            "by-unit": lambda: self._share(code, column, self.period),
            "by-month": lambda: self._group(self.unit, column, parse_period(code)),
            "years": lambda: self._share(self.unit, code, parse_period(column.partition(":")[0])),
            "readings": lambda: self._reading(code, column),
            "changes": lambda: self._changed(code, column),
            "missing": lambda: self._group(self.unit, code, self._to_date),
        }
        if table.code in of_table:
            return of_table[table.code]()
        return self._of_status(*self._unit_and_period(table.code), row, column)

    @property
    def _to_date(self) -> Period:
        is_month = self.period == month(self.period.start.year, self.period.start.month)
        return Period(year(self.period.start.year).start, self.period.end) if is_month else self.period

    def _unit_and_period(self, code: str) -> tuple[str, Period]:
        unit = max((each for each in self.organisation.versions if code.startswith(f"{each}-")), key=len)
        return unit, parse_period(code.removeprefix(f"{unit}-"))

    def _of_status(self, unit: str, period: Period, row: Row, column: str) -> Expression:
        group = self._group_of(row.codes[0], period)
        if row.codes[0] == "combined":
            return self._share(unit, "combined", period)
        if row.codes[0] == "spells":
            groups = [each for each in self._groups(period) if each.measure == FULL_YEAR]
            return plus(*((Fraction(1), self._of(unit, each, period, "spells")) for each in groups))
        match column:
            case "status":
                return Quantity(group.measure, unit, row.codes[0], period).expression(self.organisation)
            case "spells":
                return Quantity("spells", unit, row.codes[0], period).expression(self.organisation)
            case "group_status":
                return self._of(unit, group, period)
            case "fulfilment":
                return self._share(unit, group.code, period)
        raise AssertionError(column)

    def _of_group(self, unit: str, column: str, period: Period) -> Expression:
        code, _, what = column.partition(":")
        match what:
            case "fulfilment":
                return self._share(unit, code, period)
            case "spells":
                return self._of(unit, self._group_of(code, period), period, "spells")
        return self._group(unit, code, period)

    def _reading(self, code: str, column: str) -> Expression:
        way, _, fulfilled = column.partition(":")
        expression = (
            self._share(self.unit, code, self.period)
            if fulfilled
            else self._group(self.unit, code, self.period)
        )
        days = Fraction(self.period.days, year(self.period.start.year).days) if way == "year" else Fraction(1)
        return plus((days, expression))

    def _changed(self, code: str, column: str) -> Expression:
        group, before = (
            self._group_of(code, self.period),
            month(self.period.start.year, self.period.start.month - 1),
        )
        match column:
            case "before":
                return self._of(self.unit, group, before)
            case "now":
                return self._of(self.unit, group, self.period)
            case "change":
                one = Fraction(1)
                return plus(
                    (one, self._of(self.unit, group, self.period)), (-one, self._of(self.unit, group, before))
                )
        return self._of(self.unit, group, self.period, column)

    def _share(self, unit: str, code: str, period: Period) -> Expression:
        """Fulfilment of a group, or of all by the municipality's targets."""
        targets = self.municipality.target_sets_for(period.start.year, period.last_day)[0]
        groups = self._groups(period) if code == "combined" else [self._group_of(code, period)]
        whole = {each.code: targets.target(self.municipality.code, each.code) or 0 for each in groups}
        return plus(*(
            (Fraction(whole[each.code], sum(whole.values()) * (targets.target(unit, each.code) or 0)), self._of(unit, each, period))
            for each in groups
        ))  # fmt: skip

    def _group(self, unit: str, code: str, period: Period) -> Expression:
        return self._of(unit, self._group_of(code, period), period)

    def _of(self, unit: str, group: SchemeGroup, period: Period, measure: str | None = None) -> Expression:
        wanted = Quantity(measure or group.measure, unit, "+".join(group.schemes), period)
        return wanted.expression(self.organisation)

    def _groups(self, period: Period) -> tuple[SchemeGroup, ...]:
        return self.municipality.groups_in(period)

    def _group_of(self, code: str, period: Period) -> SchemeGroup:
        """By its own code or a scheme's."""
        return next(
            (each for each in self._groups(period) if code in (each.code, *each.schemes)),
            self._groups(period)[0],
        )
