"""A two-way apportionment as tables: the whole numbers, the exact ones behind them, and the difference from before."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from maaltal.core.apportionment import TIE_RULE
from maaltal.core.controlled_rounding import TWO_WAY_TIE_RULE, Place
from maaltal.core.rounding import Exact
from maaltal.core.text import Sentence, Text, same, sentence
from maaltal.core.two_way import TwoWayApportionment, Wanted
from maaltal.documents.document import Document
from maaltal.documents.tables import Cell, Column, Kind, Note, Row, Table

TOTAL = "total"
_ALL = Text("I alt", "Total")


def two_way_document(
    name: object, split: TwoWayApportionment, wanted: Wanted, groups: Mapping[str, Text] | None = None
) -> Document:
    """Tables `numbers`, `exact` and `difference`: a row for each unit, a column for each group and one for their sum.

    `groups` are labels by code; a group without one is called by its code.
    """
    called = groups or {}
    title = sentence(
        "Fordeling på enheder og grupper efter {name}",
        "Apportionment over units and groups by {name}",
        name=name,
    )
    present = split.present.cells
    difference = {place: number - present[place] for place, number in split.numbers.items()}
    whole = all(Fraction(number).denominator == 1 for number in present.values())
    numbers = sentence("Hele tal, der går op begge veje", "Whole numbers that add up both ways")
    tables = (
        _table("numbers", numbers, split.numbers, split, "whole", called, notes=tuple(_marked(split))),
        _table("exact", sentence("De præcise andele", "The exact shares"), split.exact, split, "decimal", called),
        _table("difference", sentence("Forskel fra {name}", "Difference from {name}", name=name), difference, split,
               "whole" if whole else "decimal", called),
    )  # fmt: skip
    return Document(title, tables, tuple(_rules(split, wanted)))


def _table(
    code: str, title: Sentence, cells: Mapping[Place, Exact], split: TwoWayApportionment, kind: Kind,
    called: Mapping[str, Text], *, notes: tuple[Note, ...] = ()
) -> Table:  # fmt: skip
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        *(Column(group, called.get(group, same(group)), kind) for group in split.groups),
        Column(TOTAL, _ALL, kind),
    )
    marked = set(split.bounds.locked) | set(split.bounds.least) | set(split.bounds.most) if notes else set()
    rows = [
        Row((unit,), (Cell(unit), *(
            Cell(cells.get((unit, group)), kind, mark="*" if (unit, group) in marked else "") for group in split.groups),
            Cell(_sum(cells, unit, 0), kind, strong=True)))
        for unit in split.units
    ]  # fmt: skip
    sums = (Cell(_sum(cells, group, 1), kind, strong=True) for group in split.groups)
    whole = Cell(sum(cells.values(), Fraction(0)), kind, strong=True)
    return Table(code, title, columns, (*rows, Row((TOTAL,), (Cell(_ALL, strong=True), *sums, whole))), notes)


def _sum(cells: Mapping[Place, Exact], name: str, axis: int) -> Fraction:
    return sum((Fraction(number) for place, number in cells.items() if place[axis] == name), Fraction(0))


def _marked(split: TwoWayApportionment) -> Iterator[Note]:
    if any(split.bounds.demands()):
        yield Note("bounded", sentence(
            "Låst, eller med et mindste eller største tal; de andre deler resten.",
            "Locked, or with a least or a most; the others share the rest."), "*")  # fmt: skip


def _rules(split: TwoWayApportionment, wanted: Wanted) -> Iterator[Note]:
    yield Note("margins", sentence(
        "Angivne summer holdes; de andre enheder og grupper deler resten i forhold til deres nuværende summer, med metoden {method}.",
        "Given totals are kept; the other units and groups share the rest by their present totals, by {method}.",
        method=split.method.label))  # fmt: skip
    if split.exact != split.present.cells:
        yield Note("fit", sentence(
            "De præcise andele er tabellens tal skaleret skiftevis efter rækker og søjler, til begge summer passer (ni decimaler); 0 forbliver 0.",
            "The exact shares are the table's numbers scaled by rows and by columns in turn until both sums are right (nine decimals); 0 stays 0.",
        ))  # fmt: skip
    yield Note("rounding", sentence(
        "Hver celle er sin præcise andel rundet op eller ned, hvor det kan lade sig gøre, og tabellen den, der ligger nærmest. {tie}",
        "Each cell is its exact share rounded up or down where that can be, and the table is the closest there is. {tie}",
        tie=TWO_WAY_TIE_RULE))  # fmt: skip
    if wanted != Wanted():
        yield Note("ties", Sentence(TIE_RULE))
