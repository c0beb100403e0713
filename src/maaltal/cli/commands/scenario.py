"""maaltal scenario"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from maaltal.cli.job_options import job_options, rates_options
from maaltal.cli.model_options import model_options
from maaltal.cli.parameters import (
    DAY,
    SET_NAME,
    YEAR,
    format_option,
    municipality_option,
    out_option,
)
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Stil modeller for et måltalssæt op side om side: nuværende måltal, hver model, totaler og forskelle. En model er en liste af "
    "ændringer adskilt af mellemrum: raise:GRUPPE:TAL, set:GRUPPE:TAL, scale:GRUPPE:FAKTOR, move:TAL:FRA:TIL, level:PCT. "
    "Med --hours og --wage også, hvad hver models flere fleksjob koster om året.",
    "Set scenarios for a target set side by side: present targets, each scenario, totals and differences. A scenario is a list of "
    "changes parted by spaces: raise:GROUP:NUMBER, set:GROUP:NUMBER, scale:GROUP:FACTOR, move:NUMBER:FROM:TO, level:PERCENT. "
    "With --hours and --wage, what each scenario's additional fleksjobs cost a year.",
)


@verb(
    "scenario", WORDS,
    'maaltal scenario --year 2026 --model "Model 1=raise:fleksjob:100" --model "Model 2=move:100:placements:fleksjob"',
    'maaltal scenario --base 2026-2027 --model "6 pct.=level:6" --staff 33100 --published-way',
    "maaltal scenario --year 2026 --file modeller.toml --format xlsx --out modeller.xlsx",
    'maaltal scenario --year 2026 --model "Model 1=raise:fleksjob:100" --hours 7..23:8 --wage 175 --on 2025-12-01 --older-rates',
)  # fmt: skip
@option(
    "--year",
    "in_year",
    type=YEAR,
    da="Byg på det måltalssæt, der gælder i året.",
    en="Build on the target set in force in the year.",
)
@option("--base", called=SET_NAME, da="Byg på et bestemt måltalssæt.", en="Build on a particular target set.")
@model_options
@option("--published-way", is_flag=True, da="Vis også hver enhed afrundet for sig, og hvad der så mangler.",
        en="Also show each unit rounded by itself, and what that leaves over.")  # fmt: skip
@job_options(required=False)
@option("--on", "day", type=DAY, da="Dagen, hvis satser omkostningen regnes med; ellers 1. juli i måltalssættets første år.",
        en="The day whose rates the cost is reckoned with; else 1 July of the set's first year.")  # fmt: skip
@rates_options
@format_option
@out_option
@municipality_option
def command(
    *, in_year: int | None, base: str | None, models: tuple[tuple[str, tuple[str, ...]], ...], file: Path | None,
    staff: int | None, published_way: bool, hours: tuple[tuple[Fraction, ...], ...], wage: Fraction | None, day: date | None,
    rates: Path | None, older_rates: bool, form: str | None, out: Path | None, municipality: str, **job: Any,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.exits import Exit, refuse
    from maaltal.cli.work.scenario import Asked, scenario
    from maaltal.ground.jobs import Job
    from maaltal.ground.scenario_cost import CostAsked

    if in_year is None and base is None:
        raise refuse(
            Exit.USAGE,
            "Angiv et år med --year eller et måltalssæt med --base.",
            "Give a year with --year or a target set with --base.",
        )
    cost = (
        CostAsked(Job(wage=wage, **job), hours, day, rates, older_rates)
        if wage is not None and hours
        else None
    )
    if cost is None and (wage is not None or hours):
        raise refuse(
            Exit.USAGE, "Omkostningen kræver både --hours og --wage.", "The cost needs both --hours and --wage."
        )  # fmt: skip
    deliver(scenario(Asked(in_year, base, models, file, staff, published_way, municipality, cost)), form, out)
