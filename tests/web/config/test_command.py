"""`maaltal-web` speaks the reader's language alone, Danish first."""

from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner, Result

from maaltal.core.text import Language, Text
from maaltal.terminal.words import Argument, Command, Option
from maaltal.web.config.command import VERBS, root
from maaltal.web.config.trouble import in_one_sentence

LANGUAGES = get_args(Language.__value__)
OWN = set(VERBS) - {"manage"}
FULL = Path("/dev/full")
"""A device of the system that has no room."""
CLICKS = {"da": ("Brug:", "Valg:", "Vis denne hjælp"), "en": ("Usage:", "Options:", "Show this message")}


def command(name: str) -> Command:
    with click.Context(root) as context:
        found = root.get_command(context, name)
    assert isinstance(found, Command)
    return found


def texts(name: str) -> list[Text]:
    """What the verb and its parameters say of themselves."""
    one = command(name)
    shown = [each for each in one.params if not getattr(each, "hidden", False)]
    assert all(isinstance(each, Option | Argument) for each in shown)
    return [VERBS[name], one.words, *(each.words for each in shown if isinstance(each, Option | Argument))]


def said(language: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.setenv("MAALTAL_LANGUAGE", language)
    monkeypatch.setenv("LANGUAGE", language)
    return CliRunner().invoke(
        root, words, prog_name="maaltal-web", terminal_width=10_000, max_content_width=10_000
    )


@pytest.mark.parametrize("name", sorted(OWN))
def test_every_text_is_in_two_languages(name: str) -> None:
    assert [text for text in texts(name) if text.da == text.en or not text.da] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *sorted(OWN)])
def test_help_is_in_one(name: str, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = said(language, monkeypatch, *([name] if name else []), "--help").output
    other: Language = "da" if language == "en" else "en"
    expected = texts(name)[1:] if name else list(VERBS.values())
    assert [
        text for text in expected if text.get(language) not in printed or text.get(other) in printed
    ] == []
    assert all(words in printed for words in CLICKS[language])
    assert not any(words in printed for words in CLICKS[other])


@pytest.mark.parametrize(("language", "expected"), [("da", "Fejl: "), ("en", "Error: ")])
def test_what_is_typed_wrong_is_said_in_it(
    language: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = said(language, monkeypatch, "restore", "/nowhere")
    assert answer.exit_code == 2
    assert expected in answer.output
    assert "/nowhere" in answer.output


@pytest.mark.parametrize(
    ("language", "expected"),
    [("da", "findes ikke"), ("en", "does not exist")],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    language: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAALTAL_LANGUAGE", language)
    with pytest.raises(click.ClickException) as raised, in_one_sentence():
        (tmp_path / "gone").read_text()
    assert str(tmp_path / "gone") in raised.value.message
    assert expected in raised.value.message


@pytest.mark.parametrize(("language", "expected"), [("da", "Disken er fuld."), ("en", "The disk is full.")])
def test_a_full_disk_is_one_sentence(language: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAALTAL_LANGUAGE", language)
    with (
        pytest.raises(click.ClickException) as raised,
        in_one_sentence(),
        FULL.open("wb", buffering=0) as disk,
    ):
        disk.write(b"rows")
    assert raised.value.message.startswith(expected)


@pytest.mark.parametrize(("language", "expected"), [("da", "Uventet fejl"), ("en", "Unexpected error")])
def test_what_nobody_foresaw_is_told_without_what_it_says(
    language: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAALTAL_LANGUAGE", language)
    with pytest.raises(click.ClickException) as raised, in_one_sentence():
        raise KeyError("010190-1234")
    assert raised.value.message.startswith(f"{expected} ")
    assert "test_command.py:" in raised.value.message
    assert "0101" not in raised.value.message
