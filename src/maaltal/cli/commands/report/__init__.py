"""maaltal report: a verb with verbs of its own."""

from typing import override

import click

from maaltal.core.text import Text
from maaltal.terminal.groups import Group

WORDS = Text(
    "Skriv et notat i Word, PDF, HTML og Excel: årsstatus, status for en del af året, månedsstatus, måltalsforslag eller svar. "
    "Tallene i teksten læses fra tabellerne, notatet efterregnes, før det skrives, og ved siden af ligger en udgave, der siger, "
    "hvad det er lavet af.",
    "Write a note in Word, PDF, HTML and Excel: yearly status, status of part of a year, monthly status, target proposal or answer. "
    "Figures in the text are read from the tables, the note is audited before it is written, and beside it lies an edition that "
    "says what it is made of.",
)
VERBS: dict[str, Text] = {
    "annual": Text("Årsstatus til Borgerrepræsentationen.", "The yearly status to the council."),
    "part-year": Text("Status for en del af året.", "The status of part of a year."),
    "monthly": Text("Månedsstatus til hver forvaltning.", "The monthly status to each administration."),
    "proposal": Text("Modeller for måltal side om side.", "Scenarios for targets side by side."),
    "answer": Text("Svar på spørgsmål fra et medlem.", "The answer to a member's questions."),
    "template": Text("Skriv en indbygget skabelon ud, så den kan rettes.", "Print a built-in template, to be edited."),
    "check": Text("Se en skabelon efter.", "Look a template over."),
    "verify": Text("Er filen den udgave, og holder tallene stadig?", "Is the file that edition, and do its figures still hold?"),
}  # fmt: skip
EXAMPLES = (
    "maaltal report annual --year 2024 --out notater",
    "maaltal report monthly --month 2024-10 --unit BUF --out notater --formats docx",
    "maaltal report template annual > aarsstatus.md",
    "maaltal report verify notater/aarsstatus-2024.docx",
)


class Report(Group):
    """The verbs stand above the examples."""

    @override
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_commands(ctx, formatter)
        super().format_epilog(ctx, formatter)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        click.Command.format_options(self, ctx, formatter)


command = Report("report", verbs=VERBS, within=__name__, words=WORDS, examples=EXAMPLES)
