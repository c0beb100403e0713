"""click's commands with help in both languages, chosen when it is shown."""

from collections.abc import Callable
from typing import Any, override

import click

from maaltal.core.text import Text
from maaltal.terminal.language import language

OPTIONS = Text("[VALG]", "[OPTIONS]")
EXAMPLES = Text("Eksempler:", "Examples:")


class Command(click.Command):
    """A command whose `words` say what it does, and whose `examples` are lines to type, each with a comment or not."""

    def __init__(self, name: str, words: Text, examples: tuple[str, ...] = (), **rest: Any) -> None:
        super().__init__(name, **rest)
        self.words = words
        self.examples = examples

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.options_metavar = OPTIONS.get(language())
        return super().collect_usage_pieces(ctx)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        self._help_option = None  # click would keep the words of the language it was first asked in
        return super().get_help_option(ctx)

    @override
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = self.words.get(language())
        super().format_help_text(ctx, formatter)

    @override
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section(EXAMPLES.get(language()).rstrip(":")):
                for line in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Option(click.Option):
    """An option with help, and a name for its value where it has one, in both languages."""

    def __init__(self, *args: Any, words: Text, called: Text | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.words = words
        self.called = called

    @override
    def make_metavar(self, ctx: click.Context) -> str:
        return self.called.get(language()) if self.called else super().make_metavar(ctx)

    @override
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self.words.get(language())
        return super().get_help_record(ctx)


class Argument(click.Argument):
    """An argument with help and a name in both languages."""

    def __init__(self, *args: Any, words: Text, called: Text, **rest: Any) -> None:
        rest["help"] = words.da  # that there is some: `words` says which
        super().__init__(*args, **rest)
        self.words = words
        self.called = called

    @override
    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        self.help = self.words.get(language())
        return super().get_help_record(ctx)

    @override
    def make_metavar(self, ctx: click.Context) -> str:
        name = self.called.get(language()) + ("..." if self.nargs == -1 else "")
        return name if self.required else f"[{name}]"


type Decorate = Callable[[Callable[..., Any]], Callable[..., Any]]


def verb(name: str, words: Text, *examples: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a verb's command."""

    def decorate(function: Callable[..., Any]) -> Command:
        made: Command = click.command(name, cls=Command, words=words, examples=examples)(function)
        return made

    return decorate


def option(*names: str, da: str, en: str, **rest: Any) -> Decorate:
    return click.option(*names, cls=Option, words=Text(da, en), **rest)


def argument(name: str, called: Text, da: str, en: str, **rest: Any) -> Decorate:
    return click.argument(name, cls=Argument, words=Text(da, en), called=called, **rest)
