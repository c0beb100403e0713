"""maaltal apportion"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.parameters import (
    DAY,
    YEAR,
    Words,
    as_known_option,
    format_option,
    municipality_option,
    out_option,
    store_option,
)
from maaltal.core.apportionment import METHODS
from maaltal.core.bounds import Bounds
from maaltal.core.economics.written import whole
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Fordel et tal på enheder i hele tal, der går op, på en af tre måder.\n\n"
    "På enheder: et tal (--total) efter en nøgle (--by). Flere nøgler vises side om side.\n\n"
    "På enheder og grupper på én gang: en tabel (--table), der rundes, så rækker og søjler går op; nye summer angives med --total NAVN=TAL.\n\n"
    "Ned gennem organisationen: en enheds måltal (--down med --year) eller et tal (--total), så hvert niveau går op.\n\n"
    "Kan krav ikke holde på én gang, siges det, hvilke: de færrest mulige.",
    "Share a number out over units in whole numbers that add up, in one of three ways.\n\n"
    "Over units: a number (--total) by a key (--by). Several keys are shown side by side.\n\n"
    "Over units and groups at once: a table (--table), rounded so that rows and columns add up; new totals are given by --total NAME=NUMBER.\n\n"
    "Down through the organisation: a unit's target (--down with --year) or a number (--total), so that every level adds up.\n\n"
    "Where demands cannot hold together, it is said which: the fewest possible.",
)


def _bound(words: str) -> tuple[str, int]:
    unit, _, number = words.rpartition("=")
    if not unit:
        raise ValueError(words)
    return unit, _count(number)


def _total(words: str) -> tuple[str, int]:
    name, separator, number = words.rpartition("=")
    if separator and not name:
        raise ValueError(words)
    return name, _count(number)


def _count(words: str) -> int:
    if (number := whole(words)) < 0:
        raise ValueError(words)
    return number


def _weight(words: str) -> tuple[str, Fraction]:
    key, _, weight = words.rpartition("=")
    if not key or weight.startswith("-"):
        raise ValueError(words)
    try:
        return key, Fraction(weight.replace(",", "."))
    except ZeroDivisionError:
        raise ValueError(words) from None


TOTAL = Words(
    Text("[navn=]tal", "[name=]number"), _total,
    Text("'{value}' skal skrives som TAL eller NAVN=TAL i hele tal, for eksempel 1000 eller fleksjob=1000",
         "'{value}' must be written as NUMBER or NAME=NUMBER in whole numbers, such as 1000 or fleksjob=1000"),
)  # fmt: skip
BOUND = Words(
    Text("enhed=tal", "unit=number"), _bound,
    Text("'{value}' skal skrives som ENHED=TAL, for eksempel KFF=37 (i en tabel KFF/fleksjob=37)",
         "'{value}' must be written as UNIT=NUMBER, such as KFF=37 (in a table KFF/fleksjob=37)"),
)  # fmt: skip
WEIGHT = Words(
    Text("nøgle=vægt", "key=weight"), _weight,
    Text("'{value}' skal skrives som NØGLE=VÆGT, for eksempel ansatte=0,5",
         "'{value}' must be written as KEY=WEIGHT, such as staff=0.5"),
)  # fmt: skip


@verb(
    "apportion", WORDS,
    "maaltal apportion --total 1000 --by targets:2026-2027:fleksjob",
    "maaltal apportion --total 1000 --by nøgler.csv --lock BIF=51 --min KFF=37",
    "maaltal apportion --total 984 --by nøgler.csv --by equal --mix ansatte=0,5 --mix lønsum=0,5 --method webster",
    "maaltal apportion --year 2026 --group fleksjob --by measured:2024:fleksjob",
    "maaltal apportion --table targets:2026-2027 --total fleksjob=1000 --lock KFF/fleksjob=37",
    "maaltal apportion --table fordeling.xlsx --total fleksjob=1000 --total BUF=800",
    "maaltal apportion --down BUF --year 2026 --by measured:2024",
    "maaltal apportion --down BUF --total 390 --by ansatte.csv --min BUF-C1=20",
)  # fmt: skip
@option("--total", "totals", type=TOTAL, multiple=True,
        da="Hvad der skal fordeles. Med --table også NAVN=TAL: den sum, en gruppe eller enhed skal have; kan gentages.",
        en="What is shared out. With --table also NAME=NUMBER: the total that a group or a unit must have; may be repeated.")  # fmt: skip
@option("--by", multiple=True, called=Text("NØGLE", "KEY"),
        da="Nøglen: FIL eller FIL:KOLONNE (CSV eller XLSX: enheder i første kolonne, en nøgle som ansatte eller lønsum i hver af de andre), "
           "targets:SÆT:GRUPPE (nuværende måltal), measured:PERIODE:GRUPPE (det opgjorte, fra lageret), fulfilment:PERIODE:GRUPPE "
           "(målopfyldelsen, uanset størrelse) eller equal (ens for alle); kan gentages.",
        en="The key: FILE or FILE:COLUMN (CSV or XLSX: units in the first column, a key such as staff or wage bill in each of the others), "
           "targets:SET:GROUP (present targets), measured:PERIOD:GROUP (what was measured, from the store), fulfilment:PERIOD:GROUP "
           "(fulfilment, whatever the size) or equal (the same for each); may be repeated.")  # fmt: skip
@option(
    "--mix",
    multiple=True,
    type=WEIGHT,
    da="Vej flere nøgler sammen til én til.",
    en="Weigh several keys together into one more.",
)
@option("--table", called=Text("TABEL", "TABLE"),
        da="Fordel på enheder og grupper på én gang: FIL (CSV eller XLSX: enheder i rækker, grupper i søjler), targets:SÆT eller "
           "measured:PERIODE.",
        en="Share over units and groups at once: FILE (CSV or XLSX: units in rows, groups in columns), targets:SET or "
           "measured:PERIOD.")  # fmt: skip
@option("--down", called=Text("ENHED", "UNIT"), da="Bryd tallet ned på alle enheder under denne, ved kode eller navn.",
        en="Break the number down on all units below this one, by code or name.")  # fmt: skip
@option(
    "--year", "in_year", type=YEAR, da="Fordel årets måltal i stedet for --total.", en="Share out the year's target instead of --total."
)  # fmt: skip
@option("--group", called=Text("GRUPPE", "GROUP"), da="Med --year: hvilken gruppes måltal; ellers hver for sig.",
        en="With --year: which group's target; else each by itself.")  # fmt: skip
@option("--on", "day", type=DAY, da="Med --down: organisationen, som den er den dag; ellers årets første, eller i dag.",
        en="With --down: the organisation as on that day; else the first of the year, or today.")  # fmt: skip
@option("--method", type=click.Choice(tuple(METHODS)), default="hamilton", show_default=True,
        da="Hvem der får dem, der er til rest.", en="Who gets those that are left.")  # fmt: skip
@option(
    "--min", "least", multiple=True, type=BOUND,
    da="Det mindste, en enhed får (i en tabel ENHED/GRUPPE=TAL).", en="The least that a unit gets (in a table UNIT/GROUP=NUMBER).",
)  # fmt: skip
@option(
    "--max", "most", multiple=True, type=BOUND,
    da="Det største, en enhed får.", en="The most that a unit gets.",
)  # fmt: skip
@option(
    "--lock", "locked", multiple=True, type=BOUND, da="Lås en enhed på et tal.", en="Lock a unit at a number."
)
@as_known_option
@format_option
@out_option
@store_option
@municipality_option
def command(
    *, totals: tuple[tuple[str, int], ...], by: tuple[str, ...], mix: tuple[tuple[str, Fraction], ...], table: str | None,
    down: str | None, in_year: int | None, group: str | None, day: date | None, method: str, least: tuple[tuple[str, int], ...],
    most: tuple[tuple[str, int], ...], locked: tuple[tuple[str, int], ...], as_known: date | None, form: str | None,
    out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.apportion import apportionment
    from maaltal.cli.work.shared_out import Asked

    bounds = Bounds(_once("--min", least), _once("--max", most), _once("--lock", locked))
    asked = Asked(
        _once("--total", totals), by, _once("--mix", mix), method, bounds, table, down, in_year, group, store, municipality,
        as_known, day, date.today(),  # noqa: DTZ011 - the day that the user lives in
    )  # fmt: skip
    deliver(apportionment(asked), form, out)


def _once[Number](name: str, given: tuple[tuple[str, Number], ...]) -> dict[str, Number]:
    """By name. Refusal when one is given twice: which was meant?"""
    found: dict[str, Number] = {}
    for key, number in given:
        if key in found:
            words = f"{name} {key}=" if key else name
            raise refuse(
                Exit.USAGE, "'{words}' er angivet to gange.", "'{words}' is given twice.", words=words
            )
        found[key] = number
    return found
