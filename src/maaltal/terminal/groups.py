"""Commands with verbs of their own, each imported when it is used, so that --help is quick."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, override

import click

from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import Command

SUBCOMMAND = Text("KOMMANDO [VALG]...", "COMMAND [OPTIONS]...")
COMMANDS = Text("Kommandoer", "Commands")


class Group(Command, click.Group):
    """The verb `part-year` is `command` in the module `part_year` of the package `within`."""

    def __init__(self, name: str, *, verbs: Mapping[str, Text], within: str, **rest: Any) -> None:
        super().__init__(name, **rest)
        self.verbs = verbs
        self.within = within

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.verbs)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.verbs:
            return None
        found: click.Command = import_module(f"{self.within}.{cmd_name.replace('-', '_')}").command
        return found

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = SUBCOMMAND.get(language())
        return super().collect_usage_pieces(ctx)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(COMMANDS.get(language())):
            formatter.write_dl([(name, words.get(language())) for name, words in self.verbs.items()])
