"""A budget proposal from a file: TOML with drivers, or CSV and XLSX with typed amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from maaltal.core.economics.amounts import Amount, Scale, total
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_checks import ALL, BOOKINGS, SERVICE, TRANSFERS
from maaltal.core.economics.budget_lines import Booking, ByYear, Line, Stated
from maaltal.core.person_numbers import mask
from maaltal.core.text import same
from maaltal.intake.budget_frame import MoreJobs
from maaltal.intake.budget_toml import read_toml
from maaltal.intake.budget_words import kind_of, spending_type
from maaltal.intake.errors import refuse
from maaltal.intake.layouts import YES_NO, plain
from maaltal.intake.small_tables import Cells, SmallTable, read_small

COLUMNS = {
    "label": ("Linje", "Line", "Delaktivitet"), "activity": ("Aktivitet", "Activity"), "committee": ("Udvalg", "Committee", "Forvaltning"),
    "spending": ("Styringsområde", "Spending type"), "kind": ("Art", "Kind"), "permanent": ("Varig", "Permanent"),
    "finances": ("Finansierer", "Finances"), "total": ("I alt", "In all", "Total"),
}  # fmt: skip
TOTALS = {
    "udgifter til service i alt": SERVICE, "spending on service in all": SERVICE,
    "udgifter til overførsler mv i alt": TRANSFERS, "spending on transfers etc in all": TRANSFERS,
    "udgifter i alt": ALL, "spending in all": ALL, "i alt": BOOKINGS, "in all": BOOKINGS,
}  # fmt: skip


@dataclass(frozen=True)
class Typed:
    """What a file does not say itself: a table's price level and what its numbers are worth, and what scenarios come to."""

    level: int | None = None
    scale: Scale = Scale.THOUSANDS
    more_jobs: MoreJobs | None = None


def read_budget(file: Path, typed: Typed) -> Proposal:
    """By the file's suffix. IntakeError or MoneyError, with one sentence, for what cannot be a proposal."""
    return read_toml(file, typed.more_jobs) if file.suffix.lower() == ".toml" else _read_table(file, typed)


def _read_table(file: Path, typed: Typed) -> Proposal:
    if typed.level is None:
        raise refuse(
            "{file} siger ikke, hvilket års priser beløbene er i. Skriv det med --price-level, for eksempel --price-level 2016.",
            "{file} does not say which year's prices the amounts are in. Say it with --price-level, such as --price-level 2016.", file=file.name,
        )  # fmt: skip
    table = read_small(file, COLUMNS, ("spending",))
    years = _years(table)
    reader = _Reader(years, typed.level, typed.scale)
    rows = [(row, reader.amounts(row)) for row in table.rows]
    of = {row.row: TOTALS.get(plain(_name(row))) for row, _ in rows}
    own = [(row, amounts) for row, amounts in rows if of[row.row] is None]
    return Proposal(
        same(mask(file.stem)), tuple(sorted(years.values())), typed.level,
        tuple(reader.line(row, amounts) for row, amounts in own if row.text("label")),
        tuple(reader.booking(row, amounts) for row, amounts in own if not row.text("label")),
        tuple(stated for row, amounts in rows for stated in reader.stated(row, amounts, of[row.row])),
    )  # fmt: skip


def _name(row: Cells) -> str:
    return row.text("label") or row.text("committee") or row.text("activity")


def _years(table: SmallTable) -> dict[str, int]:
    """The columns that are years."""
    years = {name: int(name) for name in table.others if name.isdecimal() and 1998 <= int(name) <= 2100}
    if not years:
        raise refuse(
            "{file} har ingen kolonne, der hedder et år.", "{file} has no column that is called a year.",
            file=table.file,
        )  # fmt: skip
    return years


@dataclass(frozen=True)
class _Reader:
    years: Mapping[str, int]
    level: int
    scale: Scale

    def amounts(self, row: Cells) -> ByYear:
        return {year: self._amount(row.number(name, name)) for name, year in self.years.items() if row.text(name)}  # fmt: skip

    def _amount(self, number: Fraction) -> Amount:
        return Amount(number * self.scale, self.level)

    def line(self, row: Cells, amounts: ByYear) -> Line:
        label = same(mask(row.text("label")))
        words = row.text("permanent").lower()
        if words and words not in YES_NO:
            raise refuse("{where}: '{value}' er hverken ja eller nej.", "{where}: '{value}' is neither yes nor no.", where=row.where, value=words)  # fmt: skip
        return Line(
            label, spending_type(row.required("spending", COLUMNS["spending"][0]), row.where),
            kind_of(row.text("kind"), amounts, row.where), amounts, mask(row.text("committee")) or None,
            same(mask(row.text("activity"))) if row.text("activity") else label, YES_NO.get(words) == "yes", row.text("finances") or None,
        )  # fmt: skip

    def booking(self, row: Cells, amounts: ByYear) -> Booking:
        """A row without a line of its own: what a committee gets or gives."""
        spending = spending_type(row.required("spending", COLUMNS["spending"][0]), row.where)
        activity, committee = (row.required(name, COLUMNS[name][0]) for name in ("activity", "committee"))
        return Booking(same(mask(activity)), mask(committee), spending, amounts)

    def stated(self, row: Cells, amounts: ByYear, of: str | None) -> list[Stated]:
        """The totals that a row states: over its years, and, where it is a total itself, each year's."""
        label = same(mask(_name(row)))
        own = [Stated(label, of, year, amount) for year, amount in amounts.items()] if of else []
        if not row.text("total"):
            return own
        amount = self._amount(row.number("total", COLUMNS["total"][0]))
        if of:
            return [*own, Stated(label, of, None, amount)]
        return [Stated(label, "", None, amount, total(amounts.values(), self.level))]
