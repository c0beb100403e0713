"""maaltal audit"""

from pathlib import Path

import click

from maaltal.cli.parameters import FILE, FILE_NAME, WRITTEN, municipality_ignored, store_ignored
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import argument, option, verb

WORDS = Text(
    "Efterregn et færdigt notat (Word, PDF, HTML, Markdown, Excel, CSV eller ren tekst): tal, der ikke kan passe, hvad de skulle være, "
    "og beviset. Afslutningskoden er 1, når der er noget at rette, og 3, når der ingen tabel er at efterregne.",
    "Re-check a finished note (Word, PDF, HTML, Markdown, Excel, CSV or plain text): figures that cannot be right, what they "
    "should be, and the evidence. The exit code is 1 when there is something to correct, and 3 when there is no table to re-check.",
)


@verb(
    "audit",
    WORDS,
    "maaltal audit notat.docx",
    "maaltal audit notat.pdf --format html --out notat-efterregnet.html",
)
@argument("file", FILE_NAME, "Notatet.", "The note.", type=FILE)
@option("--format", "form", type=click.Choice(("text", "json", "html")), default="text", show_default=True,
        da="Hvordan svaret skrives.", en="How the answer is written.")  # fmt: skip
@option(
    "--explained",
    is_flag=True,
    da="Vis også det, som skjulte decimaler forklarer.",
    en="Also show what hidden decimals explain.",
)
@option(
    "--out",
    type=WRITTEN,
    called=FILE_NAME,
    da="Skriv svaret i en fil.",
    en="Write the answer to a file.",
)
@store_ignored
@municipality_ignored
@click.pass_context
def command(context: click.Context, *, file: Path, form: str, explained: bool, out: Path | None) -> None:
    from maaltal.cli.deliver import save
    from maaltal.cli.work.audit import audited, check_judged, printed

    report = audited(file)
    words = printed(report, form, language(), explained=explained)
    if out is None:
        click.echo(words)
    else:
        save(words + "\n", out)
    check_judged(report)
    context.exit(report.exit_code)
