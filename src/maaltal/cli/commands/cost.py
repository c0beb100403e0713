"""maaltal cost"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from maaltal.cli.job_options import job_options, rates_options
from maaltal.cli.money_parameters import MONEY, NUMBER, SUBSIDY
from maaltal.cli.parameters import (
    DAY,
    FILE,
    FILE_NAME,
    YEAR,
    format_option,
    municipality_ignored,
    out_option,
    store_ignored,
)
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Regn ud, hvad fleksjob koster om året: arbejdspladsernes løn (service) og kommunens overførsler (EO og EI) hver for sig, linje "
    "for linje, med hver sats, dens dato, kilde og sikkerhed. En andel skrives som 0,55 eller 55%.",
    "Reckon what fleksjobs cost a year: the workplaces' wages (service) and the municipality's transfers (EO and EI) apart, line by "
    "line, with every rate, its date, source and certainty. A share is written as 0.55 or 55%.",
)


@verb(
    "cost", WORDS,
    "maaltal cost --jobs 170 --hours 10 --wage 148,53 --year 2016 --additional 55% --activation 10802",
    "maaltal cost --jobs 100 --hours 5..37 --wage 175 --year 2025 --older-rates --explain 27000 --explain 124000",
    "maaltal cost --jobs 100 --hours 12 --hours 5..37:4 --wage 175 --pension 15% --overhead 5% --year 2026 --rates satser-2026.toml --out pris.xlsx",
    "maaltal cost --hours 37 --wage 200 --on 2019-06-01 --scheme old --subsidy 2/3",
)  # fmt: skip
@job_options(required=True)
@option(
    "--jobs", type=NUMBER, default="1", show_default=True, da="Antal fleksjob.", en="Number of fleksjobs."
)
@option("--on", "day", type=DAY, da="Dagen, hvis satser bruges.", en="The day whose rates are used.")
@option("--year", "in_year", type=YEAR, da="Året: satser for 1. juli, job for deres dage af året.",
        en="The year: rates of 1 July, jobs for their days of the year.")  # fmt: skip
@option(
    "--start", type=DAY, da="Jobbenes første dag; kræver --year.", en="The jobs' first day; needs --year."
)
@option("--end", type=DAY, da="Jobbenes sidste dag; kræver --year.", en="The jobs' last day; needs --year.")
@option("--scheme", type=click.Choice(("new", "old")), default="new", show_default=True,
        da="Fleksjob fra 2013, eller den gamle ordning.", en="Fleksjobs since 2013, or the old scheme.")  # fmt: skip
@option("--subsidy", type=SUBSIDY, default="1/2", da="Den gamle ordnings tilskud: 1/2 eller 2/3.", en="The old scheme's subsidy: 1/2 or 2/3.")  # fmt: skip
@option("--explain", "explain", multiple=True, type=MONEY, da="Vis, hvilke timer der giver den pris pr. job; kan gentages.",
        en="Show which hours make a job cost so much; may be repeated.")  # fmt: skip
@rates_options
@option("--prices", type=FILE, called=FILE_NAME, da="Tabel over pris- og lønniveauer, som CSV eller TOML.",
        en="Table of price levels, as CSV or TOML.")  # fmt: skip
@option("--price-level", type=YEAR, da="Vis beløbene i det års priser; kræver --prices.",
        en="Show the amounts in that year's prices; needs --prices.")  # fmt: skip
@option("--wage-level", type=YEAR, da="Det års priser, lønnen er angivet i; kræver --prices.",
        en="The year in whose prices the wage is stated; needs --prices.")  # fmt: skip
@format_option
@out_option
@store_ignored
@municipality_ignored
def command(
    *, hours: tuple[tuple[Fraction, ...], ...], jobs: Fraction, day: date | None, in_year: int | None, start: date | None, end: date | None,
    scheme: str, subsidy: Fraction, explain: tuple[Fraction, ...], rates: Path | None, older_rates: bool, prices: Path | None,
    price_level: int | None, wage_level: int | None, form: str | None, out: Path | None, **job: Any,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.ground.cost import Asked, When, cost
    from maaltal.ground.jobs import Job

    asked = Asked(
        Job(jobs=jobs, scheme=scheme, subsidy=subsidy, **job), When(day, in_year, start, end), hours, explain,
        rates, older_rates, prices, price_level, wage_level,
    )  # fmt: skip
    deliver(cost(asked), form, out)
