"""From a specification in Vega-Lite to a picture.

The specification is plain data: the program that draws it is vl-convert, and altair, which only writes such data, takes
a second to import.
"""

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import vl_convert
from lxml import etree

from maaltal.core.text import Language

type Specification = dict[str, Any]

FONT = "IBM Plex Sans"
"""One family, never a list: with a list every text is missing in the PNG."""

INK, BAR, FAINT, PAPER = "#111111", "#2f6fbd", "#c8ccd2", "#ffffff"
FONT_SIZE = 13
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LOCALE: dict[Language, Literal["da-DK", "en-GB"]] = {"da": "da-DK", "en": "en-GB"}
KEPT = frozenset({
    "d", "dominant-baseline", "dy", "fill", "fill-opacity", "font-family", "font-size", "font-weight", "height", "opacity",
    "stroke", "stroke-dasharray", "stroke-linecap", "stroke-miterlimit", "stroke-width", "text-anchor", "transform",
    "version", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
"""The attributes that draw. Roles and labels go: the picture is one image with one text alternative."""

SVG = "{http://www.w3.org/2000/svg}"


def drawn(specification: Specification, language: Language) -> str:
    """The picture as SVG, cleaned."""
    return _drawn(json.dumps(specification, sort_keys=True), language)


@lru_cache(maxsize=64)
def _drawn(specification: str, language: Language) -> str:
    _fonts()
    whole = {
        "$schema": SCHEMA,
        "config": _look(),
        "background": None,
        "padding": 4,
        **json.loads(specification),
    }
    made = vl_convert.vegalite_to_svg(whole, format_locale=LOCALE[language], allowed_base_urls=[])
    return cleaned(made)


@lru_cache(maxsize=64)
def painted(svg: str, scale: float) -> bytes:
    """An SVG as PNG, on white."""
    _fonts()
    root = etree.fromstring(svg.encode())
    root.insert(0, etree.Element(f"{SVG}rect", width="100%", height="100%", fill=PAPER))
    return vl_convert.svg_to_png(etree.tostring(root, encoding="unicode"), scale=scale)


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(files("maaltal.documents") / "fonts"))


def _look() -> dict[str, Any]:
    text = {"labelColor": INK, "labelFontSize": FONT_SIZE, "labelFont": FONT, "labelFontWeight": "normal"}
    return {
        "font": FONT, "view": {"stroke": None}, "axis": text, "text": {"fontSize": FONT_SIZE},
        "title": {"fontWeight": "bold"},
    }  # fmt: skip


def cleaned(svg: str) -> str:
    """Only what draws; text and lines in the colour of the text around the picture, so that it follows a dark page."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(remove_comments=True))
    for element in list(root.iter()):
        for name in element.attrib:
            if name not in KEPT:
                del element.attrib[name]
        for name in ("fill", "stroke"):
            if element.get(name) in {INK, "black", "#000"}:
                element.set(name, "currentColor")
    for empty in [e for e in root.iter(f"{SVG}path") if not _draws(e)]:
        parent = empty.getparent()
        if parent is not None:
            parent.remove(empty)
    etree.cleanup_namespaces(root)
    return re.sub(r">\s+<", "><", etree.tostring(root, encoding="unicode"))


def _draws(path: Any) -> bool:
    return bool(path.get("d")) and ("fill" in path.attrib or "stroke" in path.attrib)
