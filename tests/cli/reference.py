"""Write the reference of the command line from its own help texts: `python -m tests.cli.reference`."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from maaltal.cli.__main__ import root
from maaltal.cli.exits import MEANINGS
from maaltal.cli.verbs import VERBS
from maaltal.core.text import Language, Text
from maaltal.terminal.language import OWN_VARIABLE, speak

DOCS = Path(__file__).parents[2] / "docs"
REFERENCES: dict[Language, Path] = {"da": DOCS / "cli.md", "en": DOCS / "cli.en.md"}

NOTE = Text(
    "<!-- Skrevet af tests/cli/reference.py; ret hjælpeteksterne, ikke denne fil. -->",
    "<!-- Written by tests/cli/reference.py; edit the help texts, not this file. -->",
)
TITLE = Text("# Kommandolinjen", "# The command line")
CODES = Text("## Afslutningskoder", "## Exit codes")
MEANING = Text("Betydning", "Meaning")
CODE = Text("Kode", "Code")
LANGUAGE = Text(
    "Programmet taler dansk, medmindre MAALTAL_LANGUAGE=en, eller LC_ALL eller LANG begynder med en. Det, der sendes i et "
    "rør eller en fil, er uden farver; det er også terminalen med NO_COLOR.",
    "The program speaks Danish unless MAALTAL_LANGUAGE=en, or LC_ALL or LANG begin with en. What goes into a pipe or a file is "
    "without colours; so is the terminal with NO_COLOR.",
)
JSON = Text(
    """## JSON

`--format json` giver hele dokumentet. Intet er afrundet i `exact`; `printed` er det, en læser ser.

| Sted | Indhold |
|---|---|
| `format` | `maaltal-document/1`; tallet stiger, når noget betyder noget andet |
| `language`, `title` | sproget, `da` eller `en`, og titlen |
| `tables[]` | `code` (fx `BIF-2024`), `title`, `columns[]`, `rows[]`, `notes[]` |
| `columns[]` | `code`, `heading`, `kind`: `text`, `whole`, `decimal`, `percent` eller `hash` |
| `rows[].codes` | navne, rækken findes ved: ordningen, og for en gruppes første ordning også gruppen |
| `rows[].cells` | efter kolonnens kode: `exact`, `printed` og måske `mark`; tomme celler er udeladt |
| `exact` | et helt tal, en brøk som `"1219/1254"` eller en tekst; en procent er en andel af 1; datoer efter ISO 8601 |
| `notes[]` | `code` og `text`, for tabellen eller hele dokumentet |
| `basis[]` | tabeller som ovenfor: måltal, metode, som kendt, program og leverancer med hele SHA-256 |""",
    """## JSON

`--format json` gives the whole document. Nothing is rounded in `exact`; `printed` is what a reader sees.

| Place | Content |
|---|---|
| `format` | `maaltal-document/1`; the number rises when something comes to mean something else |
| `language`, `title` | the language, `da` or `en`, and the title |
| `tables[]` | `code` (such as `BIF-2024`), `title`, `columns[]`, `rows[]`, `notes[]` |
| `columns[]` | `code`, `heading`, `kind`: `text`, `whole`, `decimal`, `percent` or `hash` |
| `rows[].codes` | names that the row is found by: the scheme, and for the first scheme of a group the group too |
| `rows[].cells` | by the column's code: `exact`, `printed` and perhaps `mark`; empty cells are left out |
| `exact` | a whole number, a fraction such as `"1219/1254"`, or a text; a percent is a share of 1; dates by ISO 8601 |
| `notes[]` | `code` and `text`, for the table or the whole document |
| `basis[]` | tables as above: targets, method, as known, program, and batches with the whole SHA-256 |""",
)


def reference(language: Language) -> str:
    """The whole reference as Markdown."""
    before = os.environ.get(OWN_VARIABLE)
    os.environ[OWN_VARIABLE] = language
    speak(language)
    try:
        return "\n\n".join(_parts(language)) + "\n"
    finally:
        os.environ.pop(OWN_VARIABLE) if before is None else os.environ.update({OWN_VARIABLE: before})


def _parts(language: Language) -> Iterator[str]:
    yield from (NOTE.get(language), TITLE.get(language), LANGUAGE.get(language))
    yield from (CODES.get(language), _codes(language))
    with click.Context(root, info_name="maaltal") as whole:
        for name, words in VERBS.items():
            command = root.get_command(whole, name)
            assert command
            yield f"## maaltal {name}\n\n{words.get(language)}\n\n{_help(command, name, whole)}"
            if isinstance(command, click.Group):
                yield from _below(command, name, whole)
    yield JSON.get(language)


def _below(group: click.Group, name: str, whole: click.Context) -> Iterator[str]:
    """The verbs of a verb."""
    with click.Context(group, parent=whole, info_name=name) as context:
        for below in group.list_commands(context):
            command = group.get_command(context, below)
            assert command
            yield f"### maaltal {name} {below}\n\n{_help(command, below, context)}"


def _help(command: click.Command, name: str, parent: click.Context) -> str:
    with click.Context(
        command, parent=parent, info_name=name, max_content_width=100, terminal_width=100
    ) as context:
        return f"```text\n{command.get_help(context)}\n```"


def _codes(language: Language) -> str:
    lines = [f"| {CODE.get(language)} | {MEANING.get(language)} |", "|---:|---|"]
    return "\n".join(
        [*lines, *(f"| {int(code)} | {words.get(language)} |" for code, words in MEANINGS.items())]
    )


if __name__ == "__main__":
    for language, path in REFERENCES.items():
        path.write_text(reference(language), "utf-8")
