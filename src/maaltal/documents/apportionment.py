"""Apportionments as tables: keys side by side, with the exact share and the remainder that each number came from."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from maaltal.core.apportionment import TIE_RULE, Apportionment, Share
from maaltal.core.text import Sentence, Text, same, sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import EMPTY, Cell, Column, Kind, Note, Row, Table

TOTAL = "total"


def apportionment_document(
    named: Sequence[tuple[str, Apportionment]], called: Mapping[str, Text | Sentence] | None = None
) -> Document:
    """A table for each key, and before them the keys side by side where there are several; `called` is what a key reads as."""
    labels = {key: (called or {}).get(key, same(key)) for key, _ in named}
    first = named[0][1]
    title = sentence("Fordeling af {total}, {method}", "Apportionment of {total}, {method}",
                     total=first.total, method=first.method.label)  # fmt: skip
    beside = (side_by_side(named, labels),) if len(named) > 1 else ()
    return Document(
        title,
        (*beside, *(apportionment_table(key, labels[key], split) for key, split in named)),
        tuple(_rules()),
    )


def apportionment_table(key: str, label: Text | Sentence, split: Apportionment) -> Table:
    """A row for each unit and one for the total. Columns: `key`, `exact`, `remainder`, `number`."""
    kind: Kind = "whole" if all(share.key.denominator == 1 for share in split.shares) else "decimal"
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("key", Text("Nøgle", "Key"), kind),
        Column("exact", Text("Præcis andel", "Exact share"), "decimal"),
        Column("remainder", Text("Rest", "Remainder"), "decimal"),
        Column("number", Text("Fordelt", "Apportioned"), "whole"),
    )
    title = sentence(
        "Fordeling af {total} efter {key}", "Apportionment of {total} by {key}", total=split.total, key=label
    )
    return Table(
        key,
        title,
        columns,
        (*(_row(share, kind) for share in split.shares), _total(split, kind)),
        tuple(_bounded(split)),
    )


def side_by_side(named: Sequence[tuple[str, Apportionment]], labels: Mapping[str, Text | Sentence]) -> Table:
    """A row for each unit, a column of numbers for each key."""
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        *(Column(key, labels[key], "whole") for key, _ in named),
    )
    units = dict.fromkeys(share.unit for _, split in named for share in split.shares)
    rows = [
        Row((unit,), (Cell(unit), *(Cell(split.numbers.get(unit), "whole") for _, split in named)))
        for unit in units
    ]
    total = Row((TOTAL,), (_strong(_ALL), *(Cell(split.total, "whole", strong=True) for _, split in named)))
    return Table("keys", sentence("Nøglerne side om side", "The keys side by side"), columns, (*rows, total))


def _row(share: Share, kind: Kind) -> Row:
    mark = "*" if share.bounded else ""
    cells = (
        Cell(share.unit), Cell(share.key, kind), Cell(share.exact, "decimal"),
        Cell(share.remainder, "decimal"), Cell(share.number, "whole", mark=mark),
    )  # fmt: skip
    return Row((share.unit,), cells)


def _total(split: Apportionment, kind: Kind) -> Row:
    keys = sum((share.key for share in split.shares), Fraction(0))
    cells = (_strong(_ALL), Cell(keys, kind, strong=True), Cell(split.total, "whole", strong=True), EMPTY,
             Cell(split.total, "whole", strong=True))  # fmt: skip
    return Row((TOTAL,), cells)


def _bounded(split: Apportionment) -> Iterator[Note]:
    if any(share.bounded for share in split.shares):
        yield Note("bounded", sentence(
            "Låst, eller stoppet af et mindste eller største tal; de andre deler resten.",
            "Locked, or stopped by a least or a most; the others share the rest."), "*")  # fmt: skip


def _rules() -> Iterator[Note]:
    yield Note("quota", sentence(
        "Hver enhed får sin præcise andel rundet ned eller én mere; metoden afgør, hvem der får dem, der er til rest.",
        "Each unit gets its exact share rounded down, or one more; the method decides who gets those that are left."))  # fmt: skip
    yield Note("ties", Sentence(TIE_RULE))


def _strong(words: Text) -> Cell:
    return Cell(words, strong=True)


_ALL = Text("I alt", "Total")
