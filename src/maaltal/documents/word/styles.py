"""The styles that a note is written in: Word's own, and a few of ours. What a template has already stays as it is."""

from typing import cast

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from maaltal.documents.word.numbering import new_list
from maaltal.documents.word.xml import Element, element

FONT = "Calibri"
"""It is on every machine with Word; IBM Plex Sans is not, and Word would put what it likes in its place."""

TABLE, CELL, SMALL = "Måltal tabel", "Måltal celle", "Måltal celle, lille"
NOTE, FACTS = "Måltal note", "Måltal sagsoplysninger"
HEADINGS = {
    "Title": (17, 0, 10),
    "Heading 1": (14, 16, 6),
    "Heading 2": (12, 12, 4),
    "Heading 3": (11, 10, 4),
}
"""Size, space before and after, in points."""

SMALL_PRINT = {
    CELL: (9, 1.5, 1.5, False), SMALL: (7.5, 1.5, 1.5, False), NOTE: (8.5, 3, 3, True), FACTS: (8.5, 0, 5, False),
}  # fmt: skip
"""Size, space before and after, in points, and whether in grey."""

QUIET = RGBColor(0x40, 0x46, 0x4E)


def prepare(file: File, *, own: bool) -> None:
    """Every style that a note needs is there; on the program's `own` paper they look as we like them."""
    if own:
        _plain(file)
    there = _names(file)
    for name in (*HEADINGS, "Caption", "List Bullet", "List Number"):
        if name not in there:
            _add(file, name)
    for name, (size, before, after, quiet) in SMALL_PRINT.items():
        if name not in there:
            _small(file, name, size, before, after, quiet=quiet)
    if TABLE not in there:
        file.styles.element.append(_table_style())


def _names(file: File) -> set[str]:
    return {style.name for style in file.styles if style.name}


def _plain(file: File) -> None:
    """The program's own look: black on white, one typeface."""
    _looks(file.styles["Normal"], 10.5, 0, 7)
    for name, (size, before, after) in HEADINGS.items():
        _looks(file.styles[name], size, before, after, bold=True)
    _looks(file.styles["Caption"], 9.5, 12, 4, bold=True)
    border = file.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for name in ("List Bullet", "List Number"):
        file.styles[name].paragraph_format.space_after = Pt(3)


def _looks(style: ParagraphStyle, size: float, before: float, after: float, *, bold: bool = False) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = bold


def _add(file: File, name: str) -> None:
    """One of Word's own styles that a template is without."""
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = file.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if name.startswith("List"):
        style.element.get_or_add_pPr().append(new_list(file, numbered=name == "List Number"))
        return
    style.font.bold, style.paragraph_format.keep_with_next = True, True
    size, before, after = HEADINGS.get(name, (9.5, 12, 4))
    style.font.size = Pt(size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if name.startswith("Heading"):
        style.element.get_or_add_pPr().append(element("outlineLvl", val=int(name[-1]) - 1))


def _small(file: File, name: str, size: float, before: float, after: float, *, quiet: bool) -> None:
    style = cast("ParagraphStyle", file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = file.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1
    if quiet:
        style.font.color.rgb = QUIET


def _table_style() -> Element:
    return parse_xml(f"""
        <w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="MaaltalTabel">
          <w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/><w:qFormat/>
          <w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
            <w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808890"/>
              <w:insideH w:val="single" w:sz="4" w:space="0" w:color="808890"/></w:tblBorders>
            <w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>
          <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
            <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>
              <w:shd w:val="clear" w:color="auto" w:fill="EEF2F7"/></w:tcPr></w:tblStylePr>
        </w:style>""")
