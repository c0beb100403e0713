"""The fleksjob pool's account by year, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maaltal.core.economics.pool_account import CENTRAL, Balance
from maaltal.core.text import Text, sentence
from maaltal.documents.pool.cells import whole
from maaltal.documents.tables import Cell, Column, Note, Row, Table

ACCOUNT = "account"


def account_table(balances: Sequence[Balance]) -> Table:
    """A row for each pool and year."""
    columns = (
        Column("pool", Text("Pulje", "Pool")),
        Column("year", Text("År", "Year")),
        Column("carried-in", Text("Overført", "Carried in"), "whole"),
        Column("contributed", Text("Bidrag", "Contributed"), "whole"),
        Column("promised", Text("Bevilget", "Granted"), "whole"),
        Column("free", Text("Ikke bevilget", "Not granted"), "whole"),
        Column("paid", Text("Udbetalt", "Paid"), "whole"),
        Column("unused", Text("Uforbrugt", "Unused"), "whole"),
    )
    rows = tuple(map(_balance_row, balances))
    title = sentence("Puljens regnskab, kr.", "The pool's account, kr.")
    return Table(ACCOUNT, title, columns, rows, tuple(_account_notes(balances)))


def _balance_row(balance: Balance) -> Row:
    amounts = (
        balance.carried_in,
        balance.contributed,
        balance.promised,
        balance.free,
        balance.paid,
        balance.unused,
    )
    codes = (f"{balance.pool or 'central'}-{balance.year}",)
    return Row(codes, (Cell(balance.pool or CENTRAL), Cell(str(balance.year)), *map(whole, amounts)))


def _account_notes(balances: Sequence[Balance]) -> Iterator[Note]:
    if any(balance.carry for balance in balances):
        yield Note("carry", sentence(
            "Uforbrugte penge overføres til året efter.", "Unused money is carried on to the year after."))  # fmt: skip
    else:
        yield Note("carry", sentence(
            "Uforbrugte penge går tilbage til udvalgene ved årets slutning.", "Unused money goes back to the committees at the end of the year."))  # fmt: skip
    yield Note("prices", sentence(
        "Beløbene er i de kroner, der blev betalt, ikke omregnet til et prisniveau.",
        "The amounts are in the kroner that were paid, not converted to a price level."))  # fmt: skip
