"""Numbering of lists: Word keeps it apart from the text."""

from copy import deepcopy

from docx.document import Document as File
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from maaltal.documents.word.xml import Element, element

INDENT, HANGING = 360, 360
"""Twips."""


def restarted(file: File, style: Element) -> int:
    """A new list, counted from 1, that looks as the style's."""
    numbering = _numbering(file)
    used = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    known = next(num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == used)
    look = known.find(qn("w:abstractNumId")).get(qn("w:val"))
    return _add(numbering, look, element("lvlOverride", element("startOverride", val=1), ilvl=0))


def new_list(file: File, *, numbered: bool) -> Element:
    """The `numPr` of a new look of lists, for a style."""
    numbering = _numbering(file)
    looks = numbering.findall(qn("w:abstractNum"))
    number = max([int(look.get(qn("w:abstractNumId"))) for look in looks], default=-1) + 1
    level = element(
        "lvl", element("start", val=1), element("numFmt", val="decimal" if numbered else "bullet"),
        element("lvlText", val="%1." if numbered else "•"), element("lvlJc", val="left"),
        element("pPr", element("ind", left=INDENT, hanging=HANGING)), ilvl=0,
    )  # fmt: skip
    look = element(
        "abstractNum", element("multiLevelType", val="hybridMultilevel"), level, abstractNumId=number
    )
    numbering.insert(len(looks), look)
    return element("numPr", element("numId", val=_add(numbering, number)))


def _add(numbering: Element, look: str | int, *overrides: Element) -> int:
    known = [int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num"))]
    number = max(known, default=0) + 1
    numbering.append(
        element("num", element("abstractNumId", val=look), *map(deepcopy, overrides), numId=number)
    )
    return number


def _numbering(file: File) -> Element:
    """The file's numbering, made where a template has none."""
    related = {rel.reltype: rel for rel in file.part.rels.values() if not rel.is_external}
    if RELATIONSHIP_TYPE.NUMBERING in related:
        return related[RELATIONSHIP_TYPE.NUMBERING].target_part.element
    empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
