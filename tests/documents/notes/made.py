"""A small table and what a template makes of it."""

from fractions import Fraction

from maaltal.core.text import Language, Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.document import Document
from maaltal.documents.notes.figures import Rows
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.render import render
from maaltal.documents.notes.template import Template
from maaltal.documents.printing import spoken
from maaltal.documents.tables import Cell, Column, Row, Table

COLUMNS = (
    Column("name", Text("Navn", "Name")), Column("status", Text("Status", "Status"), "whole"), Column("share", Text("Andel", "Share"), "percent"),
)  # fmt: skip
DASH = Cell("\N{EN DASH}")


def table(code: str, status: Fraction | int, share: Fraction | None) -> Table:
    cells = (
        Cell(Text("Alfa", "Alpha")),
        Cell(status, "whole"),
        DASH if share is None else Cell(share, "percent"),
    )
    return Table(code, sentence(f"Tabel {code}", f"Table {code}"), COLUMNS, (Row(("alpha", "group"), cells),))


BEFORE = table("before", Fraction(7721, 10), Fraction(68, 100))
NOW = table("now", Fraction(9134, 10), Fraction(8449, 10_000))
EMPTY = table("empty", 1, None)
CHART = Chart("chart", "Figur", "Sådan.", "fulfilment", table("drawn", 5, Fraction(1)))
MATERIAL = Material(
    (BEFORE, NOW, EMPTY),
    {
        "before": Rows(BEFORE),
        "now": Rows(NOW),
        "empty": Rows(EMPTY),
        "name": "A*B_C",
        "day": "25. februar",
        "list": ["a", "b", "c"],
    },
    (CHART,),
)
TABLES = '\n\n{{ table("before") }}\n\n{{ table("now") }}\n\n{{ table("empty") }}\n'


def note(text: str, language: Language = "da", material: Material = MATERIAL) -> Document:
    return render(Template("min.md", text), material, language)


def said(text: str, language: Language = "da") -> str:
    """The first paragraph or point of a template that puts in every table."""
    made = note(f"# Titel\n\n{text}{TABLES}", language)
    first = made.body[0]
    runs = getattr(first, "runs", None) or first.items[0]  # type: ignore[union-attr]
    return spoken(runs, made, language)
