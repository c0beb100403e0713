"""maaltal check"""

from pathlib import Path

import click

from maaltal.cli.exits import Exit
from maaltal.cli.intake_parameters import files_argument, intake_options
from maaltal.cli.parameters import format_option, municipality_option, out_option, store_option
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import verb

WORDS = Text(
    "Se filer efter, uden at gemme noget: hvad de er, hvad der er galt i hvilke rækker, og hvad de ville ændre i lageret. "
    "Afslutningskoden er 1, når en række ville blive afvist.",
    "Look files over, storing nothing: what they are, what is wrong in which rows, and what they would change in the store. "
    "The exit code is 1 when a row would be rejected.",
)


@verb(
    "check", WORDS,
    "maaltal check placeringer-2024.csv",
    "maaltal check udtraek/ --key-file noegle.txt",
    "maaltal check loen.xlsx --period 2024 --mapping vores-loen.toml --format md --out fund.md",
)  # fmt: skip
@files_argument
@intake_options
@format_option
@out_option
@store_option
@municipality_option
@click.pass_context
def command(
    ctx: click.Context, *, files: tuple[Path, ...], key_file: Path | None, period: Period | None, layout: str | None,
    mapping: Path | None, form: str | None, out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.check import check_document
    from maaltal.cli.work.files import Inbox

    checked = check_document(Inbox(files, key_file, period, layout, mapping, store, municipality))
    deliver(checked.document, form, out)
    ctx.exit(Exit.FINDINGS if checked.rejected else Exit.FINE)
