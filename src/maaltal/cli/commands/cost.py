"""maaltal cost"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import click

from maaltal.cli.money_parameters import HOURS, MONEY, NUMBER, SHARE, SUBSIDY
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
from maaltal.cli.words import option, verb
from maaltal.core.text import Text

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
@option("--hours", multiple=True, required=True, type=HOURS, da="Timer om ugen, eller et spænd som 5..37 eller 5..37:4; kan gentages.",
        en="Hours a week, or a range such as 5..37 or 5..37:4; may be repeated.")  # fmt: skip
@option("--wage", type=MONEY, required=True, da="Timelønnen før pension, i kroner.", en="The hourly wage before pension, in kroner.")  # fmt: skip
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
@option("--pension", type=SHARE, default="0", da="Pension oven i lønnen, begges bidrag.", en="Pension on top of the wage, both sides'.")  # fmt: skip
@option("--holiday", type=SHARE, default="0", da="Ferietillæg oven i lønnen.", en="Holiday allowance on top of the wage.")  # fmt: skip
@option("--overhead", type=SHARE, default="0", da="Overhead oven i lønudgiften.", en="Overhead on top of the wage cost.")  # fmt: skip
@option("--additional", type=SHARE, default="1", da="Andelen af nettomerjob.", en="The share of net additional jobs.")  # fmt: skip
@option("--residents", type=SHARE, default="1", da="Andelen, der bor i kommunen.", en="The share that lives in the municipality.")  # fmt: skip
@option("--weeks-before", type=click.IntRange(0), default=52, show_default=True, called=Text("UGER", "WEEKS"),
        da="Uger på offentlig forsørgelse før jobbet; afgør refusionen.", en="Weeks on public support before the job; decides the refusion.")  # fmt: skip
@option("--activation", type=MONEY, da="Hvad indsatsen for en ledig koster om året.", en="What activation of an unemployed person costs a year.")  # fmt: skip
@option("--scheme", type=click.Choice(("new", "old")), default="new", show_default=True,
        da="Fleksjob fra 2013, eller den gamle ordning.", en="Fleksjobs since 2013, or the old scheme.")  # fmt: skip
@option("--subsidy", type=SUBSIDY, default="1/2", da="Den gamle ordnings tilskud: 1/2 eller 2/3.", en="The old scheme's subsidy: 1/2 or 2/3.")  # fmt: skip
@option("--explain", "explain", multiple=True, type=MONEY, da="Vis, hvilke timer der giver den pris pr. job; kan gentages.",
        en="Show which hours make a job cost so much; may be repeated.")  # fmt: skip
@option("--rates", type=FILE, called=FILE_NAME, da="Kommunens egne satser, som TOML; går forud for de indbyggede.",
        en="The municipality's own rates, as TOML; they come before those built in.")  # fmt: skip
@option("--older-rates", is_flag=True, da="Brug den seneste sats før dagen, hvor dagens mangler.",
        en="Use the latest rate before the day, where the day's is missing.")  # fmt: skip
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
    *, hours: tuple[tuple[Fraction, ...], ...], wage: Fraction, jobs: Fraction, day: date | None, in_year: int | None, start: date | None,
    end: date | None, pension: Fraction, holiday: Fraction, overhead: Fraction, additional: Fraction, residents: Fraction, weeks_before: int,
    activation: Fraction | None, scheme: str, subsidy: Fraction, explain: tuple[Fraction, ...], rates: Path | None, older_rates: bool,
    prices: Path | None, price_level: int | None, wage_level: int | None, form: str | None, out: Path | None,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.cost import Asked, Job, When, cost

    job = Job(
        wage,
        jobs,
        pension,
        holiday,
        overhead,
        additional,
        residents,
        weeks_before,
        activation,
        scheme,
        subsidy,
    )
    when = When(day, in_year, start, end)
    asked = Asked(job, when, hours, explain, rates, older_rates, prices, price_level, wage_level)
    deliver(cost(asked), form, out)
