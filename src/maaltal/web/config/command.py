"""`maaltal-web`: runs the web application and looks after it."""

from __future__ import annotations

import os
from typing import Any, override

import click

from maaltal.core.text import Text
from maaltal.terminal.groups import Group
from maaltal.terminal.language import language, speak
from maaltal.web.config.trouble import in_one_sentence

WORDS = Text(
    "Måltal i browseren: kør det, se om det er klar til drift, og hold det ved lige.\n\n"
    "Alt indstilles med miljøvariable; se docs/web.md.",
    "Måltal in the browser: run it, see whether it is ready for production, and look after it.\n\n"
    "Everything is set by environment variables; see docs/web.en.md.",
)
VERBS: dict[str, Text] = {
    "check": Text("Sig, hvad der mangler, før programmet kan sættes i drift.",
                  "Say what is missing before the program can go into production."),
    "migrate": Text("Gør databasen klar, eller bring den op på denne version.",
                    "Make the database ready, or bring it up to this version."),
    "administrator": Text("Giv den første administrator, eller en, der er låst ude, en adgangskode til ét login.",
                          "Give the first administrator, or one who is locked out, a password for one login."),
    "serve": Text("Kør programmet (bag en proxy, når det er i drift).", "Run the program (behind a proxy in production)."),
    "worker": Text("Efterprøv og indlæs sendte filer i baggrunden.", "Check and load files that were sent, in the background."),
    "backup": Text("Tag en sikkerhedskopi, mens programmet kører.", "Make a backup while the program runs."),
    "restore": Text("Genskab fra en sikkerhedskopi.", "Restore from a backup."),
    "demo": Text("Kør programmet med en opdigtet kommune.", "Run the program with a made-up municipality."),
    "manage": Text("Djangos egne kommandoer.", "Django's own commands."),
}  # fmt: skip


class Root(Group):
    """The verbs, in the reader's language; whatever goes wrong is told in one sentence."""

    @override
    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        speak(language())
        return super().make_context(*args, **extra)

    @override
    def invoke(self, ctx: click.Context) -> Any:
        with in_one_sentence():
            return super().invoke(ctx)


root = Root(
    "maaltal-web", verbs=VERBS, within="maaltal.web.config.commands", words=WORDS,
    context_settings={"max_content_width": 100}, no_args_is_help=True,
)  # fmt: skip


def main() -> None:
    """Run the command and leave with its exit code. What it writes is for its own user alone: it is about persons."""
    os.umask(0o077)
    root(prog_name="maaltal-web")


if __name__ == "__main__":
    main()
