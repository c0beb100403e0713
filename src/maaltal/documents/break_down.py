"""A break-down as tables: every unit below the top, indented, with the exact share that its number came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from maaltal.core.apportionment import TIE_RULE, Apportionment, Method, Share
from maaltal.core.organisation import Unit
from maaltal.core.targets import TargetSet
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import facts_table, target_facts
from maaltal.documents.document import Document
from maaltal.documents.numbers import NO_BREAK
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

OWN = "own"
INDENT = NO_BREAK * 2


@dataclass(frozen=True)
class BrokenDown:
    """One number broken down by one key: the apportionment of every unit that was split."""

    key: str
    group: str | None
    total: int
    splits: Mapping[str, Apportionment]


def break_down_document(
    top: Unit, parts: Sequence[BrokenDown], names: Mapping[str, str], method: Method, day: date, targets: TargetSet | None
) -> Document:  # fmt: skip
    """For each group the keys side by side, where there are several, and a table for each key."""
    title = sentence(
        "Nedbrydning for {top}, {method}", "Break-down of {top}, {method}", top=top.name, method=method.label
    )
    groups = dict.fromkeys(part.group for part in parts)
    tables: list[Table] = []
    for group in groups:
        here = [part for part in parts if part.group == group]
        tables += [_beside(top.code, here, names)] if len(here) > 1 else []
        tables += [_table(top.code, part, names) for part in here]
    basis = (facts_table(list(target_facts(targets))),) if targets else ()
    return Document(title, tuple(tables), tuple(_rules(day)), basis)


def _table(top: str, part: BrokenDown, names: Mapping[str, str]) -> Table:
    """Columns: `unit`, `name`, `key`, `exact`, `number`."""
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        Column("key", Text("Nøgle", "Key"), "decimal"),
        Column("exact", Text("Præcis andel", "Exact share"), "decimal"),
        Column("number", Text("Fordelt", "Apportioned"), "whole"),
    )
    key = sum(share.key for share in part.splits[top].shares) if top in part.splits else None
    first = Row((top,), (
        Cell(top, strong=True), Cell(names[top], strong=True), Cell(key, "decimal", strong=True), EMPTY, Cell(part.total, "whole", strong=True),
    ))  # fmt: skip
    rows = [_row(share, owner, depth, names) for share, owner, depth in _walk(top, part.splits, 1)]
    notes = tuple(_bounded(part))
    return Table(_code(part), _title(part), columns, (first, *rows), notes)


def _beside(top: str, parts: Sequence[BrokenDown], names: Mapping[str, str]) -> Table:
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        *(Column(part.key, Text(part.key, part.key), "whole") for part in parts),
    )
    walked = [
        {_name(s, owner): (s, owner, depth) for s, owner, depth in _walk(top, part.splits, 1)}
        for part in parts
    ]
    every = {code: found for units in walked for code, found in units.items()}
    rows = [
        Row((code,), (Cell(share.unit), _indented(share, owner, depth, names),
                      *(Cell(units[code][0].number if code in units else 0, "whole") for units in walked)))
        for code, (share, owner, depth) in every.items()
    ]  # fmt: skip
    first = Row((top,), (Cell(top, strong=True), Cell(names[top], strong=True),
                         *(Cell(part.total, "whole", strong=True) for part in parts)))  # fmt: skip
    here = sentence(": {group}", ": {group}", group=parts[0].group) if parts[0].group else ""
    title = sentence("Nøglerne side om side{group}", "The keys side by side{group}", group=here)
    return Table("keys" + (f":{parts[0].group}" if parts[0].group else ""), title, columns, (first, *rows))


def _walk(top: str, splits: Mapping[str, Apportionment], depth: int) -> Iterator[tuple[Share, str, int]]:
    """Every share with the unit that it is a share of, down the tree as people read it."""
    for share in splits[top].shares if top in splits else ():
        yield share, top, depth
        if share.unit != top:
            yield from _walk(share.unit, splits, depth + 1)


def _row(share: Share, owner: str, depth: int, names: Mapping[str, str]) -> Row:
    cells = (
        Cell(share.unit), _indented(share, owner, depth, names), Cell(share.key, "decimal"), Cell(share.exact, "decimal"),
        Cell(share.number, "whole", mark="*" if share.bounded else ""),
    )  # fmt: skip
    return Row((_name(share, owner),), cells)


def _name(share: Share, owner: str) -> str:
    return f"{owner}:{OWN}" if share.unit == owner else share.unit


def _indented(share: Share, owner: str, depth: int, names: Mapping[str, str]) -> Cell:
    if share.unit == owner:
        return Cell(sentence("{indent}direkte i {name}", "{indent}directly in {name}", indent=INDENT * depth, name=names[owner]))  # fmt: skip
    return Cell(INDENT * depth + names[share.unit])


def _code(part: BrokenDown) -> str:
    return (
        ":".join(filter(None, (part.key, part.group)))
        if part.group and part.group not in part.key
        else part.key
    )


def _title(part: BrokenDown) -> Sentence:
    return sentence(
        "{total}{group} efter {key}",
        "{total}{group} by {key}",
        total=part.total,
        group=_of(part),
        key=part.key,
    )


def _of(part: BrokenDown) -> str:
    return f" {part.group}" if part.group else ""


def _bounded(part: BrokenDown) -> Iterator[Note]:
    if any(share.bounded for split in part.splits.values() for share in split.shares):
        yield Note("bounded", sentence(
            "Låst, eller stoppet af et mindste eller største tal dér eller længere nede; de andre deler resten.",
            "Locked, or stopped by a least or a most there or further down; the others share the rest."), "*")  # fmt: skip


def _rules(day: date) -> Iterator[Note]:
    yield Note("levels", sentence(
        "Hvert niveau går op i det over: en enheds nøgle er summen af dem under den, og dens tal deles videre på dem. "
        "Organisationen er, som den var den {day}.",
        "Every level adds up to the one above: a unit's key is the sum of those below it, and its number is shared on to them. "
        "The organisation is as on {day}.", day=day))  # fmt: skip
    yield Note("quota", sentence(
        "Hver enhed får sin præcise andel rundet ned eller én mere; metoden afgør, hvem der får dem, der er til rest.",
        "Each unit gets its exact share rounded down, or one more; the method decides who gets those that are left."))  # fmt: skip
    yield Note("ties", Sentence(TIE_RULE))
