"""The words that a template can use besides its names: figures by table, choices by rule, lists."""

from collections.abc import Callable, Iterable, Mapping

from maaltal.core.text import Language, Sentence, Text, inside, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.notes.figures import Figure, figure
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.mistakes import Mistake
from maaltal.documents.notes.placed import NumberOf
from maaltal.documents.numbers import show
from maaltal.documents.tables import Table

CHANGES = (Text("steget", "risen"), Text("faldet", "fallen"), Text("uændret", "unchanged"))
AND = Text("og", "and")


def functions(material: Material, language: Language) -> dict[str, Callable[..., object]]:
    """By the names that templates call them."""
    tables = {table.code: table for table in material.tables}
    charts = {chart.code: chart for chart in material.charts}

    def table(code: str) -> Table:
        return _known(tables, code, sentence("tabellen", "table"))

    def cell(code: str, row: str, column: str) -> Figure:
        return figure(table(code), row, column)

    def chart(code: str) -> Chart:
        return _known(charts, code, sentence("figuren", "chart"))

    def number(code: str) -> NumberOf:
        return NumberOf(table(code).code)

    def change(
        before: Figure | int, now: Figure | int, risen: str = "", fallen: str = "", unchanged: str = ""
    ) -> str:
        """By what is printed, so that nothing rises from 84 to 84; of a hidden figure it says nothing but that."""
        if any(isinstance(each, Figure) and each.hidden for each in (before, now)):
            return show(HIDDEN.value, language)
        own = (risen, fallen, unchanged)
        at = 0 if now > before else 1 if now < before else 2
        return own[at] or CHANGES[at].get(language)

    return {"table": table, "cell": cell, "chart": chart, "number": number, "change": change}


def _known[T](things: Mapping[str, T], code: str, kind: Sentence) -> T:
    if code not in things:
        raise Mistake(sentence(
            "{kind} '{code}' findes ikke i dette notat. Der er {known}", "the {kind} '{code}' is not in this note. There are {known}",
            kind=kind, code=code, known=", ".join(things) or "0"))  # fmt: skip
    return things[code]


def filters(language: Language) -> dict[str, Callable[..., str]]:
    """`listed` joins with commas and "og"; `inside` makes a label fit inside a sentence; `plain` shows a value."""

    def listed(values: Iterable[object]) -> str:
        *most, last = [show(value, language) for value in values] or [""]
        return f"{', '.join(most)} {AND.get(language)} {last}" if most else last

    def within(value: object) -> str:
        return inside(show(value, language))

    return {"listed": listed, "inside": within, "plain": lambda value: show(value, language)}
