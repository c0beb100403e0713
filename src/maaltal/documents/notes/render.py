"""A template and its material become a document."""

from collections.abc import Iterator

from maaltal.core.text import Language, Sentence, sentence
from maaltal.documents.blocks import Block, Heading
from maaltal.documents.document import Document
from maaltal.documents.notes.body import Body, Misplaced
from maaltal.documents.notes.fill import fill
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.notes.placed import Placed
from maaltal.documents.notes.template import Template
from maaltal.documents.tables import Table


def render(template: Template, material: Material, language: Language) -> Document:
    """The note. The template's first heading is its title. TemplateError for anything that the template gets wrong."""
    placed = Placed()
    filled = fill(template, material, language, placed)
    try:
        blocks = list(Body(filled, placed).blocks())
    except Misplaced as misplaced:
        raise TemplateError(template.name, misplaced.line, misplaced.mistake.sentence) from misplaced
    for problem in _problems(blocks):
        raise TemplateError(template.name, None, problem)
    title, *body = blocks
    said = title.said if isinstance(title, Heading) else ""
    return Document(
        sentence("{title}", "{title}", title=said), tuple(body), material.notes, material.basis, material.dated, material.facts,
    )  # fmt: skip


def placeable(material: Material) -> Document:
    """Every table and chart that a template could place, without words: what figures can be compared in."""
    return Document(sentence("", ""), (*material.tables, *material.charts))


def _problems(blocks: list[Block]) -> Iterator[Sentence]:
    if not blocks or not isinstance(blocks[0], Heading) or blocks[0].level != 1:
        yield sentence(
            "skabelonen skal begynde med en titel, skrevet som '{title}'", "the template must begin with a title, written as '{title}'",
            title="# ...")  # fmt: skip
    levels = [block.level for block in blocks[1:] if isinstance(block, Heading)]
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield sentence(
                "overskrifterne springer fra {before} til {level} '#'; brug ét mere ad gangen",
                "the headings go from {before} to {level} '#'; use one more at a time", before=str(before), level=str(level))  # fmt: skip
    codes = [block.code for block in blocks if isinstance(block, Table)]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield sentence(
            "tabellen {table} er sat ind to gange", "the table {table} is put in twice", table=code
        )
