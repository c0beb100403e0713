"""The spells behind a figure: pseudonymous rows, which are shown only with a line in the trail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from maaltal.core.measures import Question
from maaltal.core.periods import from_to
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell, at_stays
from maaltal.core.text import Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.tables import Cell, Column, Row, Table
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import check_can_see_persons
from maaltal.web.figures.queries.pages import Page
from maaltal.web.trail.actions import record_look


def spells_behind(page: Page, selection: Selection) -> list[Spell]:
    """The registrations with a day in the unit in the period, sorted by unit and first day."""
    question = Question(page.unit.code, selection, page.asked.period, page.ground.organisation)
    return sorted(
        (spell for spell in page.ground.spells() if question.holds(spell) and _counts(spell, question)),
        key=lambda spell: (spell.unit, spell.first, spell.person),
    )


def _counts(spell: Spell, question: Question) -> bool:
    return any(
        from_to(piece.first, piece.last).overlap(question.period)
        and question.here(piece, max(piece.first, question.period.start))
        for piece in at_stays(spell, question.organisation)
    )


def look(*, by: Actor, page: Page, rows: Sequence[Spell], why: str, day: date) -> None:
    """Write the look into the trail, before the rows are sent."""
    check_can_see_persons(by, page.ground.organisation.path(page.unit.code, page.asked.period.last_day), day)
    record_look(who=by.name, persons=[spell.person for spell in rows], why=why, unit=page.unit.code)


def spells_document(page: Page, label: Text, rows: Sequence[Spell]) -> Document:
    """The rows as a table: the pseudonym, the scheme, the unit, and the days that count."""
    title = sentence(
        "Forløb bag tallet: {figure} i {unit}, {period}", "Spells behind the figure: {figure} in {unit}, {period}",
        figure=label, unit=page.unit.name, period=page.asked.period,
    )  # fmt: skip
    columns = (
        Column("person", Text("Pseudonym", "Pseudonym")), Column("scheme", Text("Ordning", "Scheme")),
        Column("unit", Text("Enhed", "Unit")), Column("began", Text("Begyndt", "Began")), Column("ended", Text("Slut", "Ended")),
        Column("first", Text("Tæller fra", "Counts from")), Column("last", Text("Tæller til", "Counts to")),
        Column("hours", Text("Timer om ugen", "Hours a week"), "decimal"),
    )  # fmt: skip
    schemes = page.ground.municipality.schemes
    cells = [
        (Cell(spell.person[:12]), Cell(schemes[spell.scheme].label), Cell(spell.unit), Cell(spell.began), Cell(spell.ended),
         Cell(spell.first), Cell(spell.last), Cell(spell.hours, "decimal"))
        for spell in rows
    ]  # fmt: skip
    found = tuple(Row((str(n),), each) for n, each in enumerate(cells, 1))
    return Document(title, (Table("spells", title, columns, found),))
