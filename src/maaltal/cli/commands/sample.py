"""maaltal sample"""

from pathlib import Path

import click

from maaltal.cli.parameters import FOLDER, FOLDER_NAME, at_least, municipality_ignored, store_ignored
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv udtræk, som en kommune modtager dem, fra en opdigtet kommune, hvis tal går op med Københavns Kommunes trykte. "
    "Personerne findes ikke: deres CPR-numre har fødselsdag plus 60.",
    "Write extracts as a municipality receives them, from a made-up municipality whose figures add up to the printed ones "
    "of the City of Copenhagen. The persons do not exist: their CPR numbers carry the day of birth plus 60.",
)


@verb(
    "sample",
    WORDS,
    "maaltal sample --year 2024 --out udtraek",
    "maaltal sample --year 2024 --out stor --people-factor 100",
)
@option(
    "--year",
    "in_year",
    type=click.Choice((2024, 2017)),
    required=True,
    da="2024 (med 2023) eller 2017.",
    en="2024 (with 2023) or 2017.",
)
@option(
    "--out",
    type=FOLDER,
    called=FOLDER_NAME,
    required=True,
    da="Mappen, der skrives i.",
    en="The folder to write in.",
)
@option(
    "--people-factor",
    type=at_least(1),
    default=1,
    show_default=True,
    called=Text("N", "N"),
    da="Så mange gange flere personer.",
    en="So many times more persons.",
)
@option(
    "--seed",
    type=at_least(0),
    default=1,
    show_default=True,
    called=Text("N", "N"),
    da="Et andet tal giver andre personer.",
    en="Another number gives other persons.",
)
@store_ignored
@municipality_ignored
def command(*, in_year: int, out: Path, people_factor: int, seed: int) -> None:
    from maaltal.cli.work.sample import write_sample
    from maaltal.documents.numbers import show

    for line in write_sample(in_year, out, people_factor, seed):
        click.echo(line.render(language(), show))
