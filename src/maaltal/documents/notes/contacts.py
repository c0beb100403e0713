"""Who to ask: contact persons from a file, and leaders from the organisation. Nobody is made up."""

from collections.abc import Sequence
from dataclasses import dataclass

from maaltal.core.text import Text, sentence
from maaltal.documents.tables import Cell, Column, Row, Table

CONTACTS = "contacts"
NOT_GIVEN = Text("ikke oplyst", "not given")


@dataclass(frozen=True)
class Contact:
    """Kontaktperson (contact person): for what, and who, where anybody is known."""

    about: Text | str
    name: str | None
    reached: str = ""


def contacts_table(contacts: Sequence[Contact], unit: Text | str) -> Table:
    title = sentence("Kontaktpersoner for {unit}", "Contact persons of {unit}", unit=unit)
    columns = (
        Column("about", Text("For", "For")), Column("name", Text("Navn", "Name")),
        Column("reached", Text("Telefon eller mail", "Telephone or mail")),
    )  # fmt: skip
    rows = (
        Row((str(n),), (Cell(contact.about), Cell(contact.name or NOT_GIVEN), Cell(contact.reached)))
        for n, contact in enumerate(contacts, 1)
    )
    return Table(CONTACTS, title, columns, tuple(rows))
