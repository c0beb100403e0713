"""The foot of the program's own paper: the note's title, and the page's number."""

from docx.document import Document as File
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt, Twips

from maaltal.core.text import Text
from maaltal.documents.page_parts import LaidOut
from maaltal.documents.word.text import paragraph, runs
from maaltal.documents.word.xml import Element, element

PAGE, OF = Text("Side", "Page"), Text("af", "of")


def number_pages(file: File, note: LaidOut, width: int) -> None:
    foot = file.sections[0].footer
    style = file.styles["Footer"]
    style.font.size = Pt(8)
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Twips(width), WD_TAB_ALIGNMENT.RIGHT)
    foot.is_linked_to_previous = False
    for old in list(foot._element):
        foot._element.remove(old)
    words = [*_run(note.title), element("r", element("tab")), *_run(f"{PAGE.get(note.language)} ")]
    counted = [_field("PAGE"), *_run(f" {OF.get(note.language)} "), _field("NUMPAGES")]
    foot._element.append(paragraph(style.style_id, [*words, *counted]))


def _run(words: str) -> list[Element]:
    return list(paragraph("", runs(words)))[1:]


def _field(code: str) -> Element:
    return element("fldSimple", *_run("1"), instr=code)
