"""The pool's files: wage bills, applications and payments. CPR numbers become pseudonyms here, and are nowhere kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from maaltal.core.economics.applications import Application, Payment
from maaltal.core.periods import Period, month
from maaltal.core.person_numbers import digits, has_birth_date, is_made_up, mask
from maaltal.intake.errors import refuse
from maaltal.intake.keys import Key
from maaltal.intake.small_tables import Cells, read_small

PERCENT = 100
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[-./](\d{4})")
_LOST_ZERO = re.compile(r"[0-9]{9}")

WAGE_BILLS = {
    "committee": ("Udvalg", "Committee", "Forvaltning"), "year": ("År", "Year"), "wage_bill": ("Lønsum", "Wage bill", "Lønsum (kr.)"),
    "share": ("Procent", "Pct.", "Per cent"),
}  # fmt: skip
APPLICATIONS = {
    "number": ("Ansøgning", "Sagsnummer", "Application"),
    "person": ("CPR-nummer", "CPR", "CPR-nr.", "Personnummer", "Person number"),
    "committee": ("Udvalg", "Committee", "Forvaltning"), "unit": ("Enhed", "Unit", "Arbejdsplads"),
    "applied": ("Ansøgt", "Ansøgt dato", "Applied"), "granted": ("Bevilget", "Bevilget dato", "Granted"),
    "first": ("Fra måned", "Fra", "From month", "From"), "last": ("Til måned", "Til", "To month", "To"),
    "monthly": ("Kr. pr. måned", "Beløb pr. måned", "Kr. a month"),
}  # fmt: skip
PAYMENTS = {
    "application": ("Ansøgning", "Sagsnummer", "Application"), "month": ("Måned", "Month"), "kroner": ("Beløb", "Kroner", "Amount"),
}  # fmt: skip


@dataclass(frozen=True)
class WageBills:
    """Lønsummer (wage bills) in kroner by year and committee, and the shares of them that the file gives."""

    by_year: Mapping[int, Mapping[str, Fraction]]
    shares: Mapping[str, Fraction]


def read_wage_bills(file: Path) -> WageBills:
    """Columns: committee, year, wage bill in kroner, and per cent if committees differ. IntakeError otherwise."""
    table = read_small(file, WAGE_BILLS, ("committee", "year", "wage_bill"))
    found: dict[int, dict[str, Fraction]] = {}
    shares: dict[str, Fraction] = {}
    for row in table.rows:
        committee, year = row.required("committee", WAGE_BILLS["committee"][0]), _year(row)
        if committee in found.setdefault(year, {}):
            raise refuse(
                "{where}: {committee} har to lønsummer for {year}. Slet den ene.", "{where}: {committee} has two wage bills for {year}. Delete one.",
                where=row.where, committee=committee, year=str(year),
            )  # fmt: skip
        found[year][committee] = row.number("wage_bill", WAGE_BILLS["wage_bill"][0])
        if row.text("share"):
            shares[committee] = row.number("share", WAGE_BILLS["share"][0]) / PERCENT
    return WageBills(found, shares)


def _year(row: Cells) -> int:
    words = row.required("year", WAGE_BILLS["year"][0])
    if not re.fullmatch(r"(19|20)\d\d", words):
        raise refuse(
            "{where}: '{value}' er intet år.", "{where}: '{value}' is no year.", where=row.where, value=words
        )
    return int(words)


def read_applications(file: Path, key: Key) -> tuple[Application, ...]:
    """One application a row, with the person's pseudonym. IntakeError for a number that is no CPR number, and the like."""
    required = ("number", "person", "applied", "first", "last", "monthly")
    table = read_small(file, APPLICATIONS, required)
    return tuple(_application(row, key) for row in table.rows)


def _application(row: Cells, key: Key) -> Application:
    first, last = _month(row, "first"), _month(row, "last")
    if last.start < first.start:
        raise refuse(
            "{where}: til-måneden {last} ligger før fra-måneden {first}.", "{where}: the last month {last} lies before the first, {first}.",
            where=row.where, first=first.code, last=last.code,
        )  # fmt: skip
    monthly = row.number("monthly", APPLICATIONS["monthly"][0])
    if monthly < 0:
        raise refuse("{where}: et beløb om måneden kan ikke være under 0.", "{where}: an amount a month cannot be below 0.", where=row.where)  # fmt: skip
    return Application(
        mask(row.required("number", APPLICATIONS["number"][0])), _pseudonym(row, key), mask(row.text("committee")), mask(row.text("unit")),
        row.day("applied", APPLICATIONS["applied"][0]), _granted(row), first.start, last.last_day, monthly, row.row,
    )  # fmt: skip


def _granted(row: Cells) -> date | None:
    return row.day("granted", APPLICATIONS["granted"][0]) if row.text("granted") else None


def _pseudonym(row: Cells, key: Key) -> str:
    """As files about persons are read: a spreadsheet's lost zero comes back, and the demo key takes made-up numbers alone."""
    words = row.required("person", APPLICATIONS["person"][0])
    found = digits(f"0{words}" if row.typed and _LOST_ZERO.fullmatch(words) else words)
    if found is None or not has_birth_date(found):
        raise refuse(
            "{where}: CPR-nummeret kan ikke læses; det skrives DDMMÅÅ-NNNN.", "{where}: the CPR number cannot be read; write it as DDMMYY-NNNN.",
            where=row.where,
        )  # fmt: skip
    if key.is_demo and not is_made_up(found):
        raise refuse(
            "{where}: demonstrationsnøglen er kendt af alle og kan kun bruges til opdigtede CPR-numre (dag + 60).",
            "{where}: the demo key is known to all and can only be used for made-up CPR numbers (day + 60).", where=row.where,
        )  # fmt: skip
    return key.pseudonym(found)


def read_payments(file: Path) -> tuple[Payment, ...]:
    """One payment a row: application, month and kroner; a negative one is money that came back."""
    return tuple(_payments(file))


def _payments(file: Path) -> Iterator[Payment]:
    for row in read_small(file, PAYMENTS, ("application", "month", "kroner")).rows:
        number = mask(row.required("application", PAYMENTS["application"][0]))
        yield Payment(number, _month(row, "month", PAYMENTS), row.number("kroner", PAYMENTS["kroner"][0]), row.row)  # fmt: skip


def _month(row: Cells, name: str, names: Mapping[str, tuple[str, ...]] = APPLICATIONS) -> Period:
    """2024-03, 03-2024 or a date in the month."""
    words = row.required(name, names[name][0])
    if found := _MONTH.fullmatch(words):
        year, number = (found[1], found[2]) if found[1] else (found[4], found[3])
        if 1 <= int(number) <= 12 and int(year) >= 1950:
            return month(int(year), int(number))
    day = row.day(name, names[name][0])
    return month(day.year, day.month)
