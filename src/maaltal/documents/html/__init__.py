"""Documents as web pages: one file, readable by everyone, on a phone, in the dark, on paper and without scripts."""

from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from maaltal.core.text import Language, Text
from maaltal.documents.document import Document
from maaltal.documents.html.charts import picture
from maaltal.documents.html.marks import identifier, links
from maaltal.documents.laid_out import laid_out
from maaltal.documents.printing import BASIS, NOTES

WORDS = {
    "notes": NOTES,
    "basis": BASIS,
    "facts": Text("Sagsoplysninger", "About the case"),
    "figures": Text("Tallene i figuren som tabel", "The chart's figures as a table"),
    "back": Text("Tilbage til henvisningen", "Back to the reference"),
}
WEIGHTS = {"Regular": 400, "Bold": 700}


def as_html(document: Document, language: Language) -> str:
    """A complete page that needs nothing beside it, fonts and pictures included."""
    body = body_html(document, language)
    title = laid_out(document, language).title
    style = stylesheet() + _fonts()
    return _template("page").render(language=language, title=title, style=style, body=body)


def body_html(document: Document, language: Language) -> str:
    """The document as an `article` for another page, without style attributes and scripts; `stylesheet` gives it its looks."""
    note = laid_out(document, language)
    words = {name: text.get(language) for name, text in WORDS.items()}
    return _template("note").render(
        note=note, words=words, links=links(note), identifier=identifier, picture=picture
    )


@cache
def stylesheet() -> str:
    """The CSS of the article. The typeface IBM Plex Sans is used where the page has it."""
    return (files(__package__) / "note.css").read_text("utf-8")


@cache
def _fonts() -> str:
    folder = files("maaltal.documents") / "fonts"
    encoded = {
        weight: b64encode((folder / f"IBMPlexSans-{name}-Latin1.woff2").read_bytes()).decode()
        for name, weight in WEIGHTS.items()
    }
    return "".join(
        f'@font-face{{font-family:"IBM Plex Sans";font-weight:{weight};font-display:swap;'
        f'src:url("data:font/woff2;base64,{font}") format("woff2")}}\n'
        for weight, font in encoded.items()
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("maaltal.documents.html", ".")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html.jinja")
