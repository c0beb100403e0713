"""Danish first: which language is spoken, and click's own words in it."""

from io import BytesIO
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from maaltal.terminal.language import language

CATALOGUE = Path(__file__).parents[2] / "src/maaltal/locale/da/LC_MESSAGES/messages.po"


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "da"),
        ({"LANG": "C"}, "da"),
        ({"LANG": "POSIX"}, "da"),
        ({"LANG": "C.UTF-8", "LC_ALL": ""}, "da"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "de_DE.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_US", "LANG": "da_DK"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_US"}, "da"),
        ({"MAALTAL_LANGUAGE": "da", "LC_ALL": "en_US"}, "da"),
        ({"MAALTAL_LANGUAGE": "EN", "LANG": "da_DK"}, "en"),
    ],
)
def test_the_language(environment: dict[str, str], spoken: str) -> None:
    assert language(environment) == spoken


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with CATALOGUE.open("rb") as opened:
        catalogue = read_po(opened, locale="da")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == CATALOGUE.with_suffix(".mo").read_bytes(), (
        "run: pybabel compile -i messages.po -o messages.mo -l da"
    )


def test_every_translation_is_of_something_that_click_says_and_keeps_its_places() -> None:
    keywords = {"_": None, "ngettext": (1, 2)}
    said = {
        message
        for _, _, message, _, _ in extract_from_dir(str(Path(click.__file__).parent), keywords=keywords)
    }
    with CATALOGUE.open("rb") as opened:
        for message in read_po(opened, locale="da"):
            if message.id:
                assert message.id in said, message.id
                assert _places(message.id) == _places(message.string)


def _places(words: object) -> list[set[str]]:
    forms = [words] if isinstance(words, str) else words
    assert isinstance(forms, tuple | list)
    return [{name for _, name, _, _ in Formatter().parse(form) if name} for form in forms]
