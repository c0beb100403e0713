"""What a file would change in the store, as a table."""

from maaltal.core.organisation import Unit
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.tables import Cell, Column, Note, Row, Table
from maaltal.store.difference import Change, Difference
from maaltal.store.difference import Row as Stored

COLUMNS = (Column("kind", Text("Forskel", "Difference")), Column("count", Text("Antal", "Number"), "whole"))
KINDS = {
    "new": Text("nye", "new"),
    "changed": Text("ændrede", "changed"),
    "gone": Text("forsvundne", "gone"),
    "unchanged": Text("uændrede", "unchanged"),
}
SHOWN = 5


def difference_table(code: str, file: str, difference: Difference) -> Table:
    title = sentence("{file} mod det, der er i lageret", "{file} against what is in the store", file=file)
    rows = tuple(
        Row((kind,), (Cell(label), Cell(getattr(difference, kind), "whole"))) for kind, label in KINDS.items()
    )
    return Table(code, title, COLUMNS, rows, tuple(map(_note, _telling(difference)[:SHOWN])))


def _telling(difference: Difference) -> tuple[Change, ...]:
    """The examples, unless all is new: then they tell nothing."""
    return difference.examples if difference.changed or difference.gone or difference.unchanged else ()


def _note(change: Change) -> Note:
    sides = [_told(side) for side in (change.before, change.after) if side]
    words = (
        sides[0]
        if len(sides) == 1
        else sentence("{was} -> {now}", "{was} -> {now}", was=sides[0], now=sides[1])
    )
    return Note(
        change.kind, sentence("{kind}: {words}", "{kind}: {words}", kind=KINDS[change.kind], words=words)
    )


def _told(side: Stored | tuple[Unit, ...]) -> Sentence:
    """A spell without its person, or a unit's newest version."""
    if isinstance(side, tuple):
        unit = side[-1]
        return sentence(
            "{code} {name}, under {parent}",
            "{code} {name}, under {parent}",
            code=unit.code,
            name=unit.name,
            parent=unit.parent or "-",
        )
    if side.end_date is None:
        return sentence("{scheme} i {unit}, siden {start}", "{scheme} in {unit}, since {start}",
                        scheme=side.scheme, unit=side.unit, start=side.start_date)  # fmt: skip
    return sentence("{scheme} i {unit}, {start} til {end}", "{scheme} in {unit}, {start} to {end}",
                    scheme=side.scheme, unit=side.unit, start=side.start_date, end=side.end_date)  # fmt: skip
