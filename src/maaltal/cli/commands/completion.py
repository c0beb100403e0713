"""maaltal completion"""

import click

from maaltal.cli.parameters import municipality_ignored, store_ignored
from maaltal.core.text import Text
from maaltal.terminal.words import argument, verb

WORDS = Text(
    "Skriv det stykke skalkode, der fuldfører kommandoer og valg med tabulator. Læg det, hvor skallen læser det.",
    "Print the piece of shell code that completes commands and options with the tab key. Put it where the shell reads it.",
)


@verb(
    "completion", WORDS,
    'eval "$(maaltal completion bash)"        # ~/.bashrc',
    'eval "$(maaltal completion zsh)"         # ~/.zshrc',
    "maaltal completion fish | source         # ~/.config/fish/config.fish",
)  # fmt: skip
@argument(
    "shell",
    Text("SKAL", "SHELL"),
    "bash, zsh eller fish.",
    "bash, zsh or fish.",
    type=click.Choice(("bash", "zsh", "fish")),
)
@store_ignored
@municipality_ignored
@click.pass_context
def command(ctx: click.Context, *, shell: str) -> None:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind:
        click.echo(kind(ctx.find_root().command, {}, "maaltal", "_MAALTAL_COMPLETE").source())
