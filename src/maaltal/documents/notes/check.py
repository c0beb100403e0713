"""A template looked over before it is used: can it be read, does it use names that there are, which numbers are typed in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError

from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.notes.fill import sandbox, unreadable
from maaltal.documents.notes.template import Template
from maaltal.documents.tables import Cell, Column, Note, Row, Table

NUMBER = re.compile(r"\d[\d.,]*\d|\d")
LIST_SIGN = re.compile(r"^\s*\d+[.)] ")


@dataclass(frozen=True)
class Typed:
    """Skrevet tal (typed number): a number that stands in a template itself, bound to no table, and the line it stands in."""

    line: int
    number: str
    text: str


def typed_numbers(template: Template) -> Iterator[Typed]:
    """In the order in which they stand. TemplateError when the template cannot be read."""
    environment = sandbox(template)
    try:
        environment.parse(template.text)
        pieces = list(environment.lex(template.text))
    except TemplateSyntaxError as problem:
        raise unreadable(template, problem) from problem
    for line, kind, text in pieces:
        if kind == "data":
            for n, words in enumerate(text.split("\n"), line):
                yield from (
                    Typed(n, found[0], words.strip()) for found in NUMBER.finditer(LIST_SIGN.sub("", words))
                )


def checked(template: Template) -> Document:
    """A table of the typed numbers, or a note that there are none."""
    typed = tuple(typed_numbers(template))
    columns = (
        Column("line", Text("Linje", "Line"), "whole"), Column("number", Text("Tal", "Number")), Column("text", Text("Står i", "Stands in")),
    )  # fmt: skip
    rows = tuple(
        Row((f"{n}",), (Cell(each.line, "whole"), Cell(each.number), Cell(each.text)))
        for n, each in enumerate(typed, 1)
    )
    title = sentence("Skrevne tal i {template}", "Typed numbers in {template}", template=template.name)
    return Document(title, (Table("typed", title, columns, rows, (Note("typed", _said(typed)),)),))


def _said(typed: tuple[Typed, ...]) -> Sentence:
    if not typed:
        return sentence(
            "Skabelonen kan læses, og alle tal i den kommer fra tabellerne.",
            "The template can be read, and every number in it comes from the tables.",
        )
    return sentence(
        "Skabelonen kan læses. Disse tal er skrevet i den og følger ikke tabellerne: se efter, om de stadig passer.",
        "The template can be read. These numbers are typed in it and do not follow the tables: see whether they still hold.",
    )
