"""maaltal budget"""

from pathlib import Path

import click

from maaltal.cli.parameters import (
    FILE_ALONE,
    FILE_NAME,
    FOLDER,
    FOLDER_NAME,
    YEAR,
    format_option,
    municipality_option,
    out_option,
    store_ignored,
)
from maaltal.core.text import Text
from maaltal.terminal.words import argument, option, verb

WORDS = Text(
    "Skriv et budgetforslag: linjer år for år på service, EO og EI, og de samme penge fordelt på udvalg. Filen er TOML med det, der "
    "driver beløbene (antal og stykpris, puljen, fleksjobkorpset, prisen for fleksjob), eller CSV eller XLSX med indtastede beløb. "
    "Fortegn, totaler, finansiering og de to tabeller mod hinanden efterregnes først; det, der er galt, står under tabellerne, og "
    "afslutningskoden er så 1.",
    "Write a budget proposal: lines year by year on service, EO and EI, and the same money by committee. The file is TOML with what "
    "drives the amounts (number and unit cost, the pool, the fleksjob corps, the cost of fleksjobs), or CSV or XLSX with typed amounts. "
    "Signs, totals, financing and the two tables against each other are audited first; what is wrong stands below the tables, and "
    "the exit code is then 1.",
)


@verb(
    "budget", WORDS,
    "maaltal budget --example forslag",
    "maaltal budget forslag/flere-i-fleksjob.toml --out forslag.xlsx",
    "maaltal budget forslag/flere-i-fleksjob-som-trykt.csv --price-level 2016 --format md",
)  # fmt: skip
@argument("file", FILE_NAME, "Forslaget.", "The proposal.", type=FILE_ALONE, required=False)
@option("--price-level", type=YEAR, da="Det års priser, beløbene i CSV og XLSX er i.",
        en="The year whose prices the amounts in CSV and XLSX are in.")  # fmt: skip
@option("--in", "scale", type=click.Choice(("kroner", "thousands", "millions")), default="thousands", show_default=True,
        da="Hvad et tal er værd i tabellerne, og i CSV og XLSX.", en="What a number is worth in the tables, and in CSV and XLSX.")  # fmt: skip
@option("--example", type=FOLDER, called=FOLDER_NAME, da="Skriv eksempler på filen i mappen, og gør ikke mere.",
        en="Write examples of the file into the folder, and do no more.")  # fmt: skip
@format_option
@out_option
@store_ignored
@municipality_option
@click.pass_context
def command(
    ctx: click.Context, *, file: Path | None, price_level: int | None, scale: str, example: Path | None, form: str | None, out: Path | None,
    municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.exits import Exit, refuse
    from maaltal.cli.work.budget import budget_answer, tell
    from maaltal.cli.work.money_examples import write_budget_example

    if example is not None:
        write_budget_example(example)
        return
    if file is None:
        raise refuse(
            Exit.USAGE, "Angiv forslagets fil, eller få eksempler på den med --example MAPPE.",
            "Give the proposal's file, or get examples of it with --example FOLDER.",
        )  # fmt: skip
    audited = budget_answer(file, price_level, scale, municipality)
    deliver(audited.document, form, out)
    if out is not None:
        tell(audited.found)
    ctx.exit(Exit.FINDINGS if audited.has_errors else Exit.FINE)
