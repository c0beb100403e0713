"""Words in both languages, so that neither can be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

type Language = Literal["da", "en"]
type Show = Callable[[object, Language], str]
"""Prints one value inside a sentence, such as a number or a date, as the language writes it."""


@dataclass(frozen=True)
class Text:
    """The same words in Danish and English."""

    da: str
    en: str

    def get(self, language: Language) -> str:
        return self.en if language == "en" else self.da

    @property
    def inside(self) -> Text:
        """A label as it is written inside a sentence."""
        return Text(inside(self.da), inside(self.en))

    def __str__(self) -> str:
        return self.da


def inside(words: str) -> str:
    """Without its capital, unless the word is an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


@dataclass(frozen=True)
class Sentence:
    """A template with `{named}` places and the values for them, kept apart until somebody reads it."""

    template: Text
    values: tuple[tuple[str, object], ...] = ()

    def render(self, language: Language, show: Show | None = None) -> str:
        show = show or plainly
        shown = {name: show(value, language) for name, value in self.values}
        return self.template.get(language).format(**shown)

    def named(self, names: Mapping[str, object]) -> Sentence:
        """The same with names for codes, in the sentences within it too."""
        return Sentence(self.template, tuple((place, _named(value, names)) for place, value in self.values))

    def __str__(self) -> str:
        return self.render("da")


def _named(value: object, names: Mapping[str, object]) -> object:
    if isinstance(value, Sentence):
        return value.named(names)
    return names.get(value, value) if isinstance(value, str) else value


def sentence(da: str, en: str, **values: object) -> Sentence:
    """A sentence in both languages; a value that is a `Text` follows the language."""
    return Sentence(Text(da, en), tuple(values.items()))


def plainly(value: object, language: Language) -> str:
    return value.get(language) if isinstance(value, Text) else str(value)


def same(words: str) -> Text:
    """A name or a code that reads alike in both languages."""
    return Text(words, words)
