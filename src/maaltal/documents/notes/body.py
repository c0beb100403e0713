"""From Markdown with marks to the blocks of a document."""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from maaltal.core.text import sentence
from maaltal.documents.blocks import Block, Bound, Bullets, Chart, Heading, Paragraph, Run, Words
from maaltal.documents.notes.figures import Figure
from maaltal.documents.notes.markdown import parser
from maaltal.documents.notes.mistakes import Mistake
from maaltal.documents.notes.placed import LINE, MARK, NumberOf, Placed
from maaltal.documents.notes.runs import joined
from maaltal.documents.tables import Table


@dataclass(frozen=True)
class Misplaced(Exception):  # noqa: N818  (a template's mistake)
    """A mistake, and the template's line."""

    line: int | None
    mistake: Mistake


class Body:
    """Reads the tokens of one filled template. A class because every step needs the marks and the lines."""

    def __init__(self, filled: str, placed: Placed) -> None:
        lines = filled.split("\n")
        self._lines = [int(found[1]) if (found := LINE.search(line)) else None for line in lines]
        self._placed = placed
        self._tokens = parser().parse("\n".join(LINE.sub("", line) for line in lines))
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        """Misplaced for what a note cannot hold."""
        while self._at < len(self._tokens):
            token = self._next()
            match token.type:
                case "heading_open":
                    yield Heading(self._heading(token), int(token.tag[1:]))
                    self._next()
                case "paragraph_open":
                    yield self._paragraph()
                    self._next()
                case "bullet_list_open" | "ordered_list_open":
                    yield self._list(token)
                case _:
                    raise self._wrong(
                        token,
                        "'{kind}' kan ikke stå i et notat",
                        "'{kind}' cannot stand in a note",
                        kind=token.type,
                    )

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _heading(self, opened: Token) -> str:
        runs = self._runs(self._next())
        if any(isinstance(run, Bound) for run in runs):
            raise self._wrong(opened, "et tal fra en tabel kan ikke stå i en overskrift; skriv det i et afsnit",
                              "a figure of a table cannot stand in a heading; write it in a paragraph")  # fmt: skip
        return "".join(str(run.said) for run in runs if isinstance(run, Words))

    def _paragraph(self) -> Block:
        inline = self._next()
        if (alone := MARK.fullmatch(inline.content.strip())) and isinstance(
            thing := self._placed.thing(alone[1]), Table | Chart
        ):
            return thing
        return Paragraph(self._runs(inline))

    def _list(self, opened: Token) -> Bullets:
        numbered = opened.type == "ordered_list_open"
        if numbered and opened.attrGet("start"):
            raise self._wrong(opened, "en linje, der begynder med et tal og et punktum, bliver til en liste; skriv punktummet som {dot}",
                              "a line that begins with a number and a full stop becomes a list; write the stop as {dot}", dot="\\.")  # fmt: skip
        items = []
        while (token := self._next()).type == "list_item_open":
            items.append(self._item(token))
        return Bullets(tuple(items), numbered)

    def _item(self, opened: Token) -> tuple[Run, ...]:
        inside = []
        while (token := self._next()).type != "list_item_close":
            inside.append(token)
        if [token.type for token in inside] != ["paragraph_open", "inline", "paragraph_close"]:
            raise self._wrong(opened, "et punkt i en liste må kun være ét afsnit, uden lister i sig",
                              "a point of a list must be one paragraph, without lists in it")  # fmt: skip
        return self._runs(inside[1])

    def _runs(self, inline: Token) -> tuple[Run, ...]:
        return tuple(joined(self._pieces(inline)))

    def _pieces(self, inline: Token) -> Iterator[Run]:
        strong = 0
        for token in inline.children or ():
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            if token.type in ("softbreak", "hardbreak"):
                yield Words(" ", strong > 0)
            elif token.content:
                yield from self._told(token.content, strong > 0, inline)

    def _told(self, text: str, strong: bool, inline: Token) -> Iterator[Run]:
        for n, piece in enumerate(MARK.split(text)):
            if not n % 2:
                if piece:
                    yield Words(piece, strong)
                continue
            match self._placed.thing(piece):
                case Figure(bound=bound):
                    yield self._bound(bound, strong, inline)
                case NumberOf(table=table):
                    yield Words(self._number(table, inline), strong)
                case _:
                    raise self._wrong(inline, "en tabel eller figur skal stå på en linje for sig, med en tom linje før og efter",
                                      "a table or chart must stand on a line by itself, with an empty line before and after")  # fmt: skip

    def _bound(self, bound: Bound, strong: bool, inline: Token) -> Bound:
        if bound.table not in self._placed.shown():
            raise self._wrong(
                inline, "teksten har et tal fra tabellen {table}, som ikke er sat ind. Sæt den ind med {how}",
                "the text has a figure of the table {table}, which is not put in. Put it in with {how}",
                table=bound.table, how='{{ table("' + bound.table + '") }}')  # fmt: skip
        return Bound(bound.table, bound.row, bound.column, strong)

    def _number(self, table: str, inline: Token) -> str:
        if table not in (numbers := self._placed.numbers()):
            raise self._wrong(inline, "tabellen {table} har intet nummer, for den er ikke sat ind", "the table {table} has no number, as it is not put in",
                              table=table)  # fmt: skip
        return numbers[table]

    def _wrong(self, token: Token, da: str, en: str, **values: object) -> Misplaced:
        first = token.map[0] if token.map else 0
        line = next((line for line in self._lines[first:] if line), None)
        return Misplaced(line, Mistake(sentence(da, en, **values)))
