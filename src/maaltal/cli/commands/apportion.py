"""maaltal apportion"""

from fractions import Fraction
from pathlib import Path

import click

from maaltal.cli.parameters import Words, format_option, municipality_option, out_option
from maaltal.cli.words import option, verb
from maaltal.core.apportionment import METHODS, Bounds
from maaltal.core.text import Text

WORDS = Text(
    "Fordel et tal på enheder i hele tal, der går op. Nøglen kommer fra en CSV-fil (enheder i første kolonne, en nøgle i hver af "
    "de andre), fra et måltalssæt eller er ens for alle. Flere nøgler vises side om side.",
    "Share a number out over units in whole numbers that add up. The key comes from a CSV file (units in its first column, a "
    "key in each of the others), from a target set, or is equal for all. Several keys are shown side by side.",
)


def _bound(words: str) -> tuple[str, int]:
    unit, _, number = words.partition("=")
    if not unit:
        raise ValueError(words)
    return unit, int(number)


def _weight(words: str) -> tuple[str, Fraction]:
    key, _, weight = words.rpartition("=")
    if not key:
        raise ValueError(words)
    return key, Fraction(weight.replace(",", "."))


BOUND = Words(
    Text("enhed=tal", "unit=number"), _bound,
    Text("'{value}' skal skrives som ENHED=TAL, for eksempel KFF=37", "'{value}' must be written as UNIT=NUMBER, such as KFF=37"),
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
)  # fmt: skip
@option(
    "--total",
    type=click.IntRange(0),
    required=True,
    called=Text("TAL", "NUMBER"),
    da="Hvad der skal fordeles.",
    en="What is shared out.",
)
@option("--by", multiple=True, required=True, called=Text("NØGLE", "KEY"),
        da="FIL.csv, FIL.csv:KOLONNE, targets:SÆT:GRUPPE eller equal; kan gentages.",
        en="FILE.csv, FILE.csv:COLUMN, targets:SET:GROUP or equal; may be repeated.")  # fmt: skip
@option(
    "--mix",
    multiple=True,
    type=WEIGHT,
    da="Vej flere nøgler sammen til én til.",
    en="Weigh several keys together into one more.",
)
@option("--method", type=click.Choice(tuple(METHODS)), default="hamilton", show_default=True,
        da="Hvem der får dem, der er til rest.", en="Who gets those that are left.")  # fmt: skip
@option(
    "--min",
    "least",
    multiple=True,
    type=BOUND,
    da="Det mindste, en enhed får.",
    en="The least that a unit gets.",
)
@option(
    "--max",
    "most",
    multiple=True,
    type=BOUND,
    da="Det største, en enhed får.",
    en="The most that a unit gets.",
)
@option(
    "--lock", "locked", multiple=True, type=BOUND, da="Lås en enhed på et tal.", en="Lock a unit at a number."
)
@format_option
@out_option
@municipality_option
def command(
    *, total: int, by: tuple[str, ...], mix: tuple[tuple[str, Fraction], ...], method: str, least: tuple[tuple[str, int], ...],
    most: tuple[tuple[str, int], ...], locked: tuple[tuple[str, int], ...], form: str | None, out: Path | None, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.apportion import Asked, apportionment

    bounds = Bounds(dict(least), dict(most), dict(locked))
    deliver(apportionment(Asked(total, by, dict(mix), method, bounds, municipality)), form, out)
