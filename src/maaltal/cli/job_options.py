"""Options that every command takes which reckons what fleksjob cost."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from maaltal.cli.money_parameters import HOURS, MONEY, SHARE
from maaltal.cli.parameters import FILE, FILE_NAME, at_least
from maaltal.core.text import Text
from maaltal.terminal.words import Decorate, option


def job_options(*, required: bool) -> Decorate:
    """Hours and wage, which a command may do without, and what else is assumed of a job."""
    return in_order(
    option("--hours", multiple=True, required=required, type=HOURS, da="Timer om ugen, eller et spænd som 5..37 eller 5..37:4; kan gentages.",
           en="Hours a week, or a range such as 5..37 or 5..37:4; may be repeated."),
    option("--wage", type=MONEY, required=required, da="Timelønnen før pension, i kroner.", en="The hourly wage before pension, in kroner."),
    option("--pension", type=SHARE, default="0", da="Pension oven i lønnen, begges bidrag.", en="Pension on top of the wage, both sides'."),
    option("--holiday", type=SHARE, default="0", da="Ferietillæg oven i lønnen.", en="Holiday allowance on top of the wage."),
    option("--overhead", type=SHARE, default="0", da="Overhead oven i lønudgiften.", en="Overhead on top of the wage cost."),
    option("--additional", type=SHARE, default="1", da="Andelen af nettomerjob.", en="The share of net additional jobs."),
    option("--residents", type=SHARE, default="1", da="Andelen, der bor i kommunen.", en="The share that lives in the municipality."),
    option("--weeks-before", type=at_least(0), default=52, show_default=True, called=Text("UGER", "WEEKS"),
           da="Uger på offentlig forsørgelse før jobbet; afgør refusionen.", en="Weeks on public support before the job; decides the refusion."),
    option("--activation", type=MONEY, da="Hvad indsatsen for en ledig koster om året.", en="What activation of an unemployed person costs a year."),
    )  # fmt: skip


def rates_options(function: Callable[..., Any]) -> Callable[..., Any]:
    return in_order(
    option("--rates", type=FILE, called=FILE_NAME, da="Kommunens egne satser, som TOML; går forud for de indbyggede.",
           en="The municipality's own rates, as TOML; they come before those built in."),
    option("--older-rates", is_flag=True, da="Brug den seneste sats før dagen, hvor dagens mangler.",
           en="Use the latest rate before the day, where the day's is missing."),
    )(function)  # fmt: skip


def in_order(*options: Decorate) -> Decorate:
    """The options in this order, as if each stood above the function."""
    return lambda function: reduce(lambda done, each: each(done), reversed(options), function)
