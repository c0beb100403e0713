"""maaltal report proposal"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from maaltal.cli.commands.report.options import note_options, target_set_option
from maaltal.cli.job_options import job_options, rates_options
from maaltal.cli.model_options import model_options
from maaltal.cli.parameters import DAY, YEAR, Words
from maaltal.core.periods import year
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv bilaget til en måltalsindstilling: modeller side om side, som de skrives i 'maaltal scenario', med hver models tekst.",
    "Write the annex of a target proposal: scenarios side by side, written as in 'maaltal scenario', with the text of each.",
)


def _cost(words: str) -> tuple[int, int]:
    least, _, most = words.replace(".", "").partition("-")
    return int(least), int(most or least)


COST = Words(
    Text("kr-kr", "kr-kr"), _cost,
    Text("'{value}' skal skrives som 27000-124000", "'{value}' must be written as 27000-124000"),
)  # fmt: skip
JOB = ("pension", "holiday", "overhead", "additional", "residents", "weeks_before", "activation")


@verb(
    "proposal", WORDS,
    'maaltal report proposal --year 2026 --model "Model 1=raise:fleksjob:100" --model "Model 2=move:100:placements:fleksjob" --out notater',
    "maaltal report proposal --year 2026 --file modeller.toml --staff 33100 --cost 27000-124000 --out notater",
    "maaltal report proposal --year 2026 --file modeller.toml --hours 7..23 --wage 175 --on 2025-12-01 --older-rates --out notater",
)  # fmt: skip
@option("--year", "in_year", type=YEAR, required=True,
        da="Byg på det måltalssæt, der gælder i året.", en="Build on the target set in force in the year.")  # fmt: skip
@model_options
@option("--cost", type=COST,
        da="Kroner om året for ét fleksjob mere, fra mindst til højst.",
        en="Kroner a year for one more fleksjob, from least to most.")  # fmt: skip
@job_options(required=False)
@option("--on", "rates_day", type=DAY, da="Dagen, hvis satser omkostningen regnes med; ellers 1. juli i året.",
        en="The day whose rates the cost is reckoned with; else 1 July of the year.")  # fmt: skip
@rates_options
@target_set_option
@note_options
def command(
    *, in_year: int, models: tuple[tuple[str, tuple[str, ...]], ...], file: Path | None, staff: int | None, cost: tuple[int, int] | None,
    hours: tuple[tuple[Fraction, ...], ...], wage: Fraction | None, rates_day: date | None, rates: Path | None, older_rates: bool,
    target_set: str | None, **how: Any,
) -> None:  # fmt: skip
    from maaltal.cli.exits import Exit, refuse
    from maaltal.cli.work.report import write_notes
    from maaltal.core.scenarios import Scenario
    from maaltal.core.text import same
    from maaltal.ground.jobs import Job
    from maaltal.ground.notes.asked import Asked
    from maaltal.ground.scenario_cost import CostAsked, cost_of_one
    from maaltal.ground.scenario_words import read_change, read_file

    job = {name: how.pop(name) for name in JOB}
    if wage is not None and hours and cost is None:
        asked_cost = CostAsked(Job(wage=wage, **job), hours, rates_day, rates, older_rates)
        cost = cost_of_one(asked_cost, in_year)
    elif wage is not None or hours:
        raise refuse(
            Exit.USAGE, "Angiv prisen med --cost, eller med både --hours og --wage.",
            "Give the cost with --cost, or with both --hours and --wage.",
        )  # fmt: skip
    scenarios = [
        Scenario(name, same(name), tuple(read_change(word, staff) for word in words))
        for name, words in models
    ]
    scenarios += read_file(file, staff) if file else []
    asked = Asked(
        "proposal",
        year(in_year),
        target_set=target_set,
        scenarios=tuple(scenarios),
        ordinary_staff=staff,
        cost=cost,
    )
    write_notes([asked], **how)
