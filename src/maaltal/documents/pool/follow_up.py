"""The follow-up of grants of the fleksjob pool, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from maaltal.core.economics.applications import Application, Employments, Payment
from maaltal.core.text import Text, sentence
from maaltal.documents.pool.cells import whole
from maaltal.documents.tables import Cell, Column, Note, Row, Table

FOLLOW_UP = "follow-up"


def follow_up_table(
    applications: Sequence[Application], payments: Sequence[Payment], employments: Employments
) -> Table:
    """A row for each application, told by its number alone: months granted, employed and paid, and what is left."""
    columns = (
        Column("application", Text("Ansøgning", "Application")),
        Column("committee", Text("Udvalg", "Committee")),
        Column("unit", Text("Enhed", "Unit")),
        Column("granted", Text("Bevilget", "Granted")),
        Column("months", Text("Måneder", "Months"), "whole"),
        Column("employed", Text("heraf ansat", "of them employed"), "whole"),
        Column("paid-months", Text("heraf betalt", "of them paid"), "whole"),
        Column("grant", Text("Beløb, kr.", "Amount, kr."), "whole"),
        Column("paid", Text("Udbetalt, kr.", "Paid, kr."), "whole"),
        Column("left", Text("Rest, kr.", "Left, kr."), "whole"),
    )
    rows = tuple(_application_row(each, payments, employments) for each in applications)
    title = sentence("Opfølgning på ansøgninger", "Follow-up of applications")
    return Table(FOLLOW_UP, title, columns, rows, tuple(_known(employments)))


def _application_row(application: Application, payments: Iterable[Payment], employments: Employments) -> Row:
    own = [payment for payment in payments if payment.application == application.number]
    paid = sum((payment.kroner for payment in own), Fraction(0))
    months = {payment.month for payment in own} & set(application.months)
    granted = application.granted or Text("ikke bevilget", "not granted")
    return Row((application.number,), (
        Cell(application.number), Cell(application.committee), Cell(application.unit), Cell(granted),
        whole(len(application.months)), whole(employments.months(application)), whole(len(months)),
        whole(application.grant), whole(paid), whole(application.grant - paid),
    ))  # fmt: skip


def _known(employments: Employments) -> Iterator[Note]:
    names = {f"days{n}": period for n, period in enumerate(employments.known)}
    if names:
        words = ", ".join(f"{{{name}}}" for name in names)
        days = sentence(words, words, **names)
        yield Note("known", sentence(
            "Ansættelser ses efter i registret, som svarer for {days}.",
            "Employments are checked in the register, which answers for {days}.", days=days))  # fmt: skip
    else:
        yield Note("known", sentence(
            "Ansættelser er ikke set efter: der er intet register med fleksjob.",
            "Employments have not been checked: there is no register of fleksjob."))  # fmt: skip
