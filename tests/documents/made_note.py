"""A note with every kind of block, on made-up figures."""

from dataclasses import replace

from maaltal.core.periods import month
from maaltal.core.text import Text, sentence
from maaltal.documents.blocks import Block, Bound, Bullets, Chart, Heading, Paragraph, Words
from maaltal.documents.document import Document
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table
from tests.documents.made import made_document

DANGEROUS = r"* #let x = 3 $y$ [z] <b>&</b> _u_ \ @ref = {{ note }}"
"""Words that each format has a meaning for."""

UNITS = (
    ("Børne- og Ungdomsforvaltningen", 185, 457),
    ("Kultur- og Fritidsforvaltningen", 46, 39),
    ("Revisionen", 3, None),
)


def unit_figures() -> Table:
    rows = [
        Row((name,), (Cell(name), Cell(status, "whole"), Cell(target, "whole") if target else EMPTY))
        for name, status, target in UNITS
    ]
    columns = (
        Column("unit", Text("Forvaltning", "Administration")),
        Column("status", Text("Status", "Status"), "whole"),
        Column("target", Text("Måltal", "Target"), "whole"),
    )
    return Table("by-unit", sentence("Efter forvaltning", "By administration"), columns, tuple(rows))


def month_figures() -> Table:
    rows = [
        Row((f"{n}",), (Cell(month(2024, n)), Cell(70 * n, "whole"), Cell(90 * n, "whole")))
        for n in range(1, 13)
    ]
    columns = (
        Column("month", Text("Måned", "Month")),
        Column("status", Text("Helårspersoner hidtil", "Full-year persons so far"), "whole"),
        Column("target", Text("Måltal", "Target"), "whole"),
    )
    return Table("by-month", sentence("Måned for måned", "Month by month"), columns, tuple(rows))


FULFILMENT = Chart(
    "fulfilment", Text("Målopfyldelse efter forvaltning", "Fulfilment by administration"),
    Text("KFF er over måltallet, BUF under.", "KFF is above the target, BUF below."), "fulfilment", unit_figures(),
)  # fmt: skip
TREND = Chart(
    "trend", Text("Helårspersoner mod måltallet", "Full-year persons against the target"),
    Text("Kommunen har hele året ligget under linjen.", "All year long below the line."), "trend", month_figures(),
)  # fmt: skip


def made_note() -> Document:
    """Headings, a bound figure before a full stop, lists, five tables, two charts, facts, marks and notes."""
    made = made_document()
    first, *others = made.body
    body: tuple[Block, ...] = (
        Heading(Text("Resumé", "Summary")),
        Paragraph((
            Words(Text("Den samlede målopfyldelse er ", "Combined fulfilment is ")),
            Bound("KK-2024", "combined", "fulfilment", strong=True), Words(Text(". Og mere.", ". And more.")),
        )),
        Paragraph((Words("25. februar 2025 begynder denne linje."),)),
        Bullets(((Words("Virksomhedspraktik"),), (Words(DANGEROUS),))),
        first, FULFILMENT, Heading("Efter forvaltning", 2), *others, TREND,
        Bullets(((Words("Først"),), (Words("Så"),)), numbered=True), Bullets(((Words("Igen"),),), numbered=True),
    )  # fmt: skip
    facts = (
        (Text("Dato", "Date"), made.dated.date() if made.dated else None),
        (Text("Sagsnummer", "Case number"), "2025-2413"),
    )
    return replace(made, body=body, facts=facts)


def long_table(rows: int = 120) -> Document:
    """A document whose one table goes over several pages; its heading is `Gentaget`."""
    columns = (Column("name", Text("Gentaget", "Repeated")), Column("n", Text("Antal", "Number"), "whole"))
    lines = tuple(Row((str(n),), (Cell(f"Enhed {n}"), Cell(n, "whole"))) for n in range(1, rows + 1))
    note = Note("n", sentence("En note.", "A note."))
    return Document(
        sentence("Mange enheder", "Many units"),
        (Table("many", sentence("Enheder", "Units"), columns, lines, (note,)),),
    )
