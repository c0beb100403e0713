"""What the notes' verbs take in common."""

from collections.abc import Callable
from functools import reduce
from typing import Any

import click

from maaltal.cli.parameters import (
    DAY,
    FILE,
    FILE_NAME,
    FOLDER,
    FOLDER_NAME,
    SET_NAME,
    Words,
    as_known_option,
    at_least,
    municipality_option,
    store_option,
)
from maaltal.core.person_numbers import mask
from maaltal.core.text import Text
from maaltal.terminal.words import option

FORMS = ("docx", "pdf", "html", "xlsx", "md")
DEFAULT_FORMS = "docx,pdf,html,xlsx"


def _forms(words: str) -> tuple[str, ...]:
    forms = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",")))
    if not set(forms) <= set(FORMS):
        raise ValueError(words)
    return forms


def _fact(words: str) -> tuple[str, str]:
    label, separator, value = words.partition("=")
    if not (label.strip() and separator):
        raise ValueError(words)
    return mask(label.strip()), mask(value.strip())


FORMATS = Words(
    Text("former", "forms"), _forms,
    Text("'{value}' er ingen liste af " + ", ".join(FORMS), "'{value}' is no list of " + ", ".join(FORMS)),
)  # fmt: skip
FACT = Words(
    Text("navn=værdi", "name=value"), _fact,
    Text("'{value}' skal skrives som NAVN=VÆRDI", "'{value}' must be written as NAME=VALUE"),
)  # fmt: skip

target_set_option = option(
    "--target-set", called=SET_NAME, da="Et bestemt måltalssæt; se 'maaltal targets'.", en="A particular target set; see 'maaltal targets'.",
)  # fmt: skip

_OPTIONS = (
    option("--hide-below", type=at_least(1), called=Text("ANTAL", "NUMBER"),
           da="Skjul tal med færre personer bag, og hvad de kunne regnes ud af: en udgave til læsere og offentliggørelse.",
           en="Hide figures with fewer persons behind them, and what they could be worked out from: an edition for readers and the public."),
    option("--out", type=FOLDER, called=FOLDER_NAME, required=True, da="Mappen, som notatet skrives i.", en="The folder that the note is written to."),
    option("--formats", type=FORMATS, default=DEFAULT_FORMS, show_default=True, da="Hvad der skrives.", en="What is written."),
    option("--template", type=FILE, called=FILE_NAME, da="Egen skabelon; se 'maaltal report template'.",
           en="A template of your own; see 'maaltal report template'."),
    option("--word-template", type=FILE, called=FILE_NAME, da="Kommunens egen Word-skabelon.", en="The municipality's own Word template."),
    option("--language", "tongue", type=click.Choice(("da", "en")), da="Notatets sprog; ellers programmets.", en="The note's language; else the program's."),
    option("--date", "day", type=DAY, da="Notatets dato.", en="The note's date."),
    option("--fact", "facts", type=FACT, multiple=True, da='Sagsnummer og lignende, som "Sagsnummer=2025-2413"; kan gentages.',
           en='Case number and the like, such as "Case number=2025-2413"; may be repeated.'),
    option("--replace", is_flag=True, da="Skriv hen over filer, der ser anderledes ud.", en="Write over files that look otherwise."),
    option("--despite-findings", is_flag=True, da="Skriv, selv om efterregningen finder fejl.", en="Write even though the audit finds errors."),
    as_known_option,
    store_option,
    municipality_option,
)  # fmt: skip


def note_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate with all of them; the function gets them as keywords, `Path`s where they are files."""
    return reduce(lambda decorated, decorate: decorate(decorated), reversed(_OPTIONS), function)
