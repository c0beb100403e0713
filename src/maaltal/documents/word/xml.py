"""Elements of WordprocessingML. They are built directly: python-docx takes a second for a note's tables."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

type Element = Any


def element(name: str, *children: Element, **values: str | int) -> Element:
    """`<w:name w:key="value">` with its children; None among them are left out."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def text(words: str) -> Element:
    made = element("t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made
