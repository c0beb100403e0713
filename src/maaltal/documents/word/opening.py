"""The paper that a note is written on: the program's own, or a municipality's template."""

from pathlib import Path

import docx
from docx.document import Document as File
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Cm

from maaltal.core.text import sentence
from maaltal.documents.unwritable import UnusableTemplateError
from maaltal.documents.word.paper import Paper

PLACE = "{{ note }}"
TWIP = 635
"""In EMU, the unit that python-docx counts in."""


def opened(template: Path | None) -> Paper:
    """The paper with the place to write at. UnusableTemplateError when the template is no Word document."""
    file = docx.Document() if template is None else _template(template)
    if template is None:
        _a4(file)
    section = file.sections[-1]
    size, left, right = section.page_width, section.left_margin, section.right_margin
    if size is None or left is None or right is None:
        size, left, right = Cm(21), Cm(2.2), Cm(2.2)
    return Paper(file, _place(file), (size - left - right) // TWIP)


def _template(template: Path) -> File:
    try:
        return docx.Document(str(template))
    except (PackageNotFoundError, ValueError, KeyError, OSError) as problem:
        raise UnusableTemplateError(sentence(
            "Skabelonen {file} er ikke et Word-dokument (.docx). Gem den i Word som »Word-dokument«, og prøv igen.",
            "The template {file} is not a Word document (.docx). Save it in Word as “Word document” and try again.",
            file=template.name,
        )) from problem  # fmt: skip


def _place(file: File) -> object:
    """The paragraph that says where; else the end, after all that stands in the template's text is taken away."""
    body = file.element.body
    for found in file.paragraphs:
        if found.text.strip() == PLACE:
            return found._p
    end = body.sectPr
    for child in list(body):
        if child.tag in {qn("w:p"), qn("w:tbl"), qn("w:sdt")}:
            body.remove(child)
    return end


def _a4(file: File) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
