"""Paragraphs and what stands in them."""

from collections.abc import Iterable

from maaltal.documents.page_parts import Line, Piece, Remark
from maaltal.documents.word.xml import Element, element, text

MARGIN = 2900
"""Twips."""


def runs(words: str) -> Line:
    return (Piece(words),)


def sign(remark: Remark) -> list[Element]:
    """A note: its mark, raised, and its words."""
    mark = [_run(remark.mark, raised=True), _run(" ")] if remark.mark else []
    return [*mark, _run(remark.text)]


def broken_line(label: str, value: str) -> list[Element]:
    """A label, and its value on the line below."""
    return [_run(label), element("r", element("br")), _run(value, strong=True)]


def margin() -> Element:
    """A frame at the right, which the text runs around. LibreOffice knows it on paragraphs only, not in styles."""
    return element(
        "framePr", w=MARGIN, hSpace=284, wrap="around", vAnchor="text", hAnchor="margin", xAlign="right", y=1
    )


def paragraph(
    style: str,
    content: Iterable[Piece | Element],
    *,
    keep: bool = False,
    side: str = "",
    numbering: int | None = None,
    frame: Element = None,
) -> Element:
    """A paragraph in a style (by id); `keep` holds it together with what follows, `frame` sets it beside."""
    counted = None if numbering is None else element(
        "numPr", element("ilvl", val=0), element("numId", val=numbering))  # fmt: skip
    look = element(
        "pPr",
        element("pStyle", val=style),
        element("keepNext") if keep else None,
        frame,
        counted,
        element("jc", val=side) if side else None,
    )
    return element("p", look, *(run for part in content for run in _runs(part)))


def _runs(part: Piece | Element) -> list[Element]:
    if not isinstance(part, Piece):
        return [part]
    mark = [_run(part.mark, strong=part.strong, raised=True)] if part.mark else []
    return [*([_run(part.text, strong=part.strong)] if part.text else []), *mark]


def _run(words: str, *, strong: bool = False, raised: bool = False) -> Element:
    looks = [element("b") if strong else None, element("vertAlign", val="superscript") if raised else None]
    return element("r", element("rPr", *looks) if strong or raised else None, text(words))
