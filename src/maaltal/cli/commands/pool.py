"""maaltal pool"""

from fractions import Fraction
from pathlib import Path

import click

from maaltal.cli.money_parameters import MONEY, NUMBER
from maaltal.cli.parameters import (
    FILE_ALONE,
    FILE_NAME,
    FOLDER,
    FOLDER_NAME,
    YEAR,
    format_option,
    municipality_option,
    out_option,
    store_option,
)
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Før fleksjobpuljen: hvert udvalgs bidrag af lønsummen, så de går op; ansøgninger om nye fleksjob set efter i registret; bevilget, "
    "udbetalt og uforbrugt år for år; opfølgning og kontrolliste. Afslutningskoden er 1, når kontrollisten har fejl. "
    "Ingen vises ved navn eller CPR-nummer, kun ved ansøgningens nummer.",
    "Keep the fleksjob pool: each committee's contribution of its wage bill, so that they add up; applications for new fleksjobs checked in "
    "the register; granted, paid and unused year by year; follow-up and control list. The exit code is 1 when the control list has "
    "errors. Nobody is shown by name or CPR number, only by the application's number.",
)


@verb(
    "pool", WORDS,
    "maaltal pool --example pulje",
    "maaltal pool --wage-bills loensum.csv --percent 0,075 --round-to 10.000 --job-cost 77.235",
    "maaltal pool --wage-bills loensum.csv --applications ansoegninger.csv --payments udbetalinger.csv --out pulje.xlsx",
)  # fmt: skip
@option("--wage-bills", type=FILE_ALONE, called=FILE_NAME, da="Lønsummer: Udvalg, År, Lønsum (kr.), og Procent, hvis udvalgene har hver sin.",
        en="Wage bills: Committee, Year, Wage bill (kr.), and Per cent if committees differ.")  # fmt: skip
@option(
    "--year",
    "in_year",
    type=YEAR,
    da="Kun det år; ellers alle i filen.",
    en="That year alone; else all in the file.",
)
@option("--percent", type=NUMBER, da="Pct. af lønsummen, for alle; ellers filens, ellers beslutningens.",
        en="Per cent of the wage bill, for all; else the file's, else the decision's.")  # fmt: skip
@option("--round-to", type=MONEY, default="1", show_default=True, da="Bidrag i hele så mange kroner.", en="Contributions in whole so many kroner.")  # fmt: skip
@option("--job-cost", type=MONEY, da="Kroner for et fleksjob om året: vis, hvor mange puljen kan betale.",
        en="Kroner for a fleksjob a year: show how many the pool can pay for.")  # fmt: skip
@option("--applications", type=FILE_ALONE, called=FILE_NAME,
        da="Ansøgninger: Ansøgning, CPR-nummer, Udvalg, Enhed, Ansøgt, Bevilget, Fra måned, Til måned, Kr. pr. måned.",
        en="Applications: Application, CPR, Committee, Unit, Applied, Granted, From month, To month, Kr. a month.")  # fmt: skip
@option("--payments", type=FILE_ALONE, called=FILE_NAME, da="Udbetalinger: Ansøgning, Måned, Beløb.", en="Payments: Application, Month, Amount.")  # fmt: skip
@option("--pools", type=click.Choice(("central", "committees")), default="central", show_default=True,
        da="Én central pulje, eller en for hvert udvalg.", en="One central pool, or one for each committee.")  # fmt: skip
@option("--carry-over", is_flag=True, da="Overfør uforbrugte penge til året efter.", en="Carry unused money on to the year after.")  # fmt: skip
@option("--key-file", type=FILE_ALONE, called=FILE_NAME, da="Nøglen, som CPR-numre pseudonymiseres med; ellers MAALTAL_KEY_FILE eller MAALTAL_KEY.",
        en="The key that CPR numbers are pseudonymised with; else MAALTAL_KEY_FILE or MAALTAL_KEY.")  # fmt: skip
@option("--example", type=FOLDER, called=FOLDER_NAME, da="Skriv eksempler på filerne i mappen, og gør ikke mere.",
        en="Write examples of the files into the folder, and do no more.")  # fmt: skip
@format_option
@out_option
@store_option
@municipality_option
@click.pass_context
def command(
    ctx: click.Context, *, wage_bills: Path | None, in_year: int | None, percent: Fraction | None, round_to: Fraction,
    job_cost: Fraction | None, applications: Path | None, payments: Path | None, pools: str, carry_over: bool,
    key_file: Path | None, example: Path | None, form: str | None, out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.exits import Exit, refuse
    from maaltal.cli.work.money_examples import write_pool_example
    from maaltal.cli.work.pool import pool_answer, tell
    from maaltal.ground.pool import Asked

    if example is not None:
        write_pool_example(example)
        return
    if wage_bills is None:
        raise refuse(
            Exit.USAGE, "Angiv lønsummerne med --wage-bills, eller få eksempler på filerne med --example MAPPE.",
            "Give the wage bills with --wage-bills, or get examples of the files with --example FOLDER.",
        )  # fmt: skip
    _check(percent, round_to, job_cost)
    asked = Asked(
        wage_bills, municipality, store, in_year, None if percent is None else percent / 100, int(round_to),
        applications, payments, pools == "central", carry_over,
    )  # fmt: skip
    answer = pool_answer(asked, key_file, job_cost)
    deliver(answer.document, form, out)
    if out is not None:
        tell(answer.findings)
    ctx.exit(Exit.FINDINGS if answer.has_errors else Exit.FINE)


def _check(percent: Fraction | None, round_to: Fraction, job_cost: Fraction | None) -> None:
    from maaltal.cli.exits import Exit, refuse

    if percent is not None and not 0 < percent <= 100:
        raise refuse(Exit.USAGE, "--percent skal være over 0 og højst 100.", "--percent must be above 0 and 100 at most.")  # fmt: skip
    if round_to < 1 or round_to.denominator != 1:
        raise refuse(Exit.USAGE, "--round-to skal være et helt antal kroner over 0.", "--round-to must be a whole number of kroner above 0.")  # fmt: skip
    if job_cost is not None and job_cost <= 0:
        raise refuse(Exit.USAGE, "--job-cost skal være over 0.", "--job-cost must be above 0.")
