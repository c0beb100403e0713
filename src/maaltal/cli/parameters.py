"""What several commands take: types of values, and options."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, override

import click

from maaltal.core.catalogue import MEASURES
from maaltal.core.economics.written import whole
from maaltal.core.organisation import LEVELS
from maaltal.core.periods import parse_period
from maaltal.core.text import Text
from maaltal.terminal.language import language
from maaltal.terminal.words import Decorate, option

FORMATS = ("table", "csv", "json", "xlsx", "md", "html", "docx", "pdf")


class Words(click.ParamType[Any]):
    """A value that is read by `read`; ValueError from it becomes the sentence `wrong`, in which `{value}` is what was written."""

    def __init__(self, name: Text, read: Callable[[str], Any], wrong: Text) -> None:
        self.called = name
        self.name = name.da
        self.read = read
        self.wrong = wrong

    @override
    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return self.called.get(language()).upper()

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except ValueError:
            self.fail(self.wrong.get(language()).format(value=value), param, ctx)


class Named(click.Path[Path]):
    """A path, called file, folder or path in the reader's language: click fixes the word when the type is made."""

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        self.name = click.Path(file_okay=self.file_okay, dir_okay=self.dir_okay).name
        return super().convert(value, param, ctx)


def _year(words: str) -> int:
    if not (words.isdecimal() and 1998 <= int(words) <= 2100):
        raise ValueError(words)
    return int(words)


def at_least(least: int) -> Words:
    """A whole number (helt tal), not below `least`."""

    def read(words: str) -> int:
        if (number := whole(words)) < least:
            raise ValueError(words)
        return number

    wrong = Text(
        f"'{{value}}' er ikke et helt tal på mindst {least}",
        f"'{{value}}' is no whole number of at least {least}",
    )
    return Words(Text("tal", "number"), read, wrong)


PERIOD = Words(
    Text("periode", "period"), parse_period,
    Text("'{value}' er ingen periode; skriv 2024, 2024-H1, 2024-K3, 2024-10 eller 2024-01..2024-10",
         "'{value}' is no period; write 2024, 2024-H1, 2024-Q3, 2024-10 or 2024-01..2024-10"),
)  # fmt: skip
YEAR = Words(
    Text("år", "year"), _year,
    Text("'{value}' er intet år mellem 1998 og 2100", "'{value}' is no year between 1998 and 2100"),
)  # fmt: skip
DAY = Words(
    Text("dato", "date"), date.fromisoformat,
    Text("'{value}' er ingen dato; skriv den som 2025-02-25", "'{value}' is no date; write it as 2025-02-25"),
)  # fmt: skip

FOLDER_NAME, FILE_NAME = Text("MAPPE", "FOLDER"), Text("FIL", "FILE")
SET_NAME = Text("NAVN", "NAME")
FOLDER = Named(path_type=Path, file_okay=False)
FILE = Named(path_type=Path, exists=True)
FILE_ALONE = Named(path_type=Path, exists=True, dir_okay=False)
FILE_OR_FOLDER = Named(path_type=Path)
WRITTEN = Named(path_type=Path, dir_okay=False)


def _store(**rest: Any) -> Decorate:
    return option(
        "--store", type=FOLDER, envvar="MAALTAL_STORE", default="maaltal-data", called=FOLDER_NAME, show_default=True, **rest,
        da="Mappen med lageret; ellers MAALTAL_STORE.", en="The store's folder; else MAALTAL_STORE.",
    )  # fmt: skip


def _municipality(**rest: Any) -> Decorate:
    return option(
        "--municipality", envvar="MAALTAL_MUNICIPALITY", default="koebenhavn", called=Text("NAVN|FIL", "NAME|FILE"),
        show_default=True, **rest,
        da="Kommunens definitioner, ved navn eller som TOML-fil; ellers MAALTAL_MUNICIPALITY.",
        en="The municipality's definitions, by name or as a TOML file; else MAALTAL_MUNICIPALITY.",
    )  # fmt: skip


store_option, municipality_option = _store(), _municipality()
store_ignored, municipality_ignored = (
    _store(expose_value=False, hidden=True), _municipality(expose_value=False, hidden=True),
)  # fmt: skip
"""For verbs that have no use for it, so that every verb takes the same options."""

format_option = option(
    "--format", "form", type=click.Choice(FORMATS),
    da="Hvordan svaret skrives; ellers efter filnavnet i --out, ellers table.",
    en="How the answer is written; else as the name of --out says, else table.",
)  # fmt: skip
out_option = option(
    "--out", type=WRITTEN, called=FILE_NAME,
    da="Skriv svaret i en fil.", en="Write the answer to a file.",
)  # fmt: skip
unit_option = option(
    "--unit", "units", multiple=True, called=Text("KODE|NAVN", "CODE|NAME"),
    da="Enhedens kode eller navn; kan gentages.", en="The unit's code or name; may be repeated.",
)  # fmt: skip
period_option = option(
    "--period", type=PERIOD, da="Perioden, som 2024, 2024-K3 eller 2024-01..2024-10.",
    en="The period, such as 2024, 2024-Q3 or 2024-01..2024-10.",
)  # fmt: skip
level_option = option(
    "--level", type=click.Choice(LEVELS[1:]), da="Vis alle enheder på et niveau.", en="Show all units on a level.",
)  # fmt: skip
selection_option = option(
    "--selection", "selections", multiple=True, called=Text("KODE", "CODE"),
    da="En ordning eller et udsnit, som fleksjob:retention. Kan gentages.",
    en="A scheme or a selection, such as fleksjob:retention. May be repeated.",
)  # fmt: skip
as_known_option = option(
    "--as-known", type=DAY, da="Som det var kendt på den dag.", en="As it was known on that day.",
)  # fmt: skip
denominator_option = option(
    "--denominator", type=click.Choice(("period", "year")), default="period", show_default=True,
    da="Helårspersoner efter periodens dage eller hele årets.", en="Full-year persons by the period's days, or the whole year's.",
)  # fmt: skip
measure_type = click.Choice(tuple(MEASURES))
