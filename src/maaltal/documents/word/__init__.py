"""Documents as Word: real styles, headings, lists, captions and header rows, in the program's own paper or a municipality's."""

from io import BytesIO
from pathlib import Path

from maaltal.core.text import Language
from maaltal.documents.document import Document
from maaltal.documents.laid_out import laid_out
from maaltal.documents.page_parts import Figure, Grid, LaidOut, Part, Points, Words
from maaltal.documents.printing import BASIS, UNDATED
from maaltal.documents.unwritable import UnusableTemplateError
from maaltal.documents.word.finish import describe, packed
from maaltal.documents.word.footer import number_pages
from maaltal.documents.word.opening import opened
from maaltal.documents.word.paper import Paper
from maaltal.documents.word.pictures import picture
from maaltal.documents.word.styles import FACTS, NOTE, prepare
from maaltal.documents.word.tables import table
from maaltal.documents.word.text import broken_line, margin, paragraph, runs, sign

__all__ = ["UnusableTemplateError", "as_docx"]


def as_docx(document: Document, language: Language, template: Path | None = None) -> bytes:
    """The note; the same document gives the same bytes. It goes into the `template`'s text where that says `{{ note }}`,
    else instead of it, with its styles, header and footer. UnusableTemplateError says what is wrong with one.
    """
    note = laid_out(document, language)
    paper = opened(template)
    prepare(paper.file, own=template is None)
    _write(paper, note)
    if template is None:
        number_pages(paper.file, note, paper.width)
    dated = document.dated or UNDATED
    describe(paper.file, note, dated)
    out = BytesIO()
    paper.file.save(out)
    return packed(out.getvalue(), dated)


def _write(paper: Paper, note: LaidOut) -> None:
    _facts(paper, note)
    paper.add(paragraph(paper.style("Title"), runs(note.title)))
    for part in note.body:
        _part(paper, part, note.language)
    _notes(paper, note)
    if note.basis:
        paper.add(paragraph(paper.style("Heading 1"), runs(BASIS.get(note.language))))
    for grid in note.basis:
        _table(paper, grid)
    paper.close()


def _facts(paper: Paper, note: LaidOut) -> None:
    for label, value in note.facts:
        paper.add(paragraph(paper.style(FACTS), broken_line(label, value), frame=margin()))


def _part(paper: Paper, part: Part, language: Language) -> None:
    match part:
        case Words():
            style = f"Heading {part.level}" if part.level else "Normal"
            paper.add(paragraph(paper.style(style), part.line))
        case Points():
            _points(paper, part)
        case Grid():
            _table(paper, part)
        case Figure():
            paper.add(paragraph(paper.style("Caption"), runs(part.caption), keep=True))
            paper.add(picture(paper, part, language))


def _points(paper: Paper, points: Points) -> None:
    style = "List Number" if points.numbered else "List Bullet"
    numbering = paper.fresh_numbering(style) if points.numbered else None
    for item in points.items:
        paper.add(paragraph(paper.style(style), item, numbering=numbering))


def _table(paper: Paper, grid: Grid) -> None:
    if grid.caption:
        paper.add(paragraph(paper.style("Caption"), runs(grid.caption), keep=True))
    paper.add(table(paper, grid))
    for remark in grid.notes:
        paper.add(paragraph(paper.style(NOTE), sign(remark)))
    if not grid.notes:
        paper.add(paragraph(paper.style(NOTE), ()))


def _notes(paper: Paper, note: LaidOut) -> None:
    for remark in note.notes:
        paper.add(paragraph(paper.style(NOTE), sign(remark)))
