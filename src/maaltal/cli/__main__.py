"""`maaltal`: the root command. Each verb's module is imported when it is used, so that --help is quick."""

import sys
from io import TextIOWrapper
from typing import Any, override

import click

from maaltal.cli.exits import MEANINGS
from maaltal.cli.trouble import in_one_sentence
from maaltal.cli.verbs import VERBS
from maaltal.core.text import Text
from maaltal.terminal.groups import Group
from maaltal.terminal.language import language, speak
from maaltal.terminal.words import option

WORDS = Text(
    "Måltal følger en kommunes måltal for særlige jobordninger: modtagne filer bliver til status, målopfyldelse og noter.\n\n"
    "Prøv først 'maaltal demo': den opdigtede kommune kræver ingen data.",
    "Måltal follows a municipality's targets for special job schemes: received files become status, fulfilment and notes.\n\n"
    "Try 'maaltal demo' first: the made-up municipality needs no data.",
)
EXIT_CODES = Text("Afslutningskoder", "Exit codes")


class Root(Group):
    """The verbs, in the reader's language; whatever goes wrong is told in one sentence."""

    @override
    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        speak(language())
        with in_one_sentence(debug=False):
            return super().make_context(*args, **extra)

    @override
    def invoke(self, ctx: click.Context) -> Any:
        with in_one_sentence(debug=ctx.params["debug"]):
            return super().invoke(ctx)

    @override
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(EXIT_CODES.get(language())):
            formatter.write_dl([(str(int(code)), words.get(language())) for code, words in MEANINGS.items()])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"Måltal {version('maaltal')}")
        ctx.exit()


@click.group(
    "maaltal", cls=Root, verbs=VERBS, within="maaltal.cli.commands", words=WORDS, context_settings={"max_content_width": 100}
)  # fmt: skip
@option(
    "--debug",
    is_flag=True,
    da="Vis hele fejlsporet ved en uventet fejl.",
    en="Show the whole trace of an unexpected error.",
)
@option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
        da="Vis programmets version.", en="Show the program's version.")  # fmt: skip
def root(debug: bool) -> None:
    """Nothing of its own: `Root.invoke` reads --debug."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack our letters
    root(prog_name="maaltal")


if __name__ == "__main__":
    main()
