"""The pool's account: what came in, was promised and paid each year, and what is left, to the last krone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.economics.applications import Application, Payment
from maaltal.core.economics.pool import Contributions, PoolError
from maaltal.core.economics.pool_rules import POOL_RULES
from maaltal.core.findings import Finding
from maaltal.core.text import Text, sentence

CENTRAL = Text("Central pulje", "Central pool")


@dataclass(frozen=True)
class Balance:
    """Puljeregnskab (pool balance) of one pool in one year, in the kroner that were paid.

    `carried_in` comes from the year before, when unused money is carried on. `pool` is a committee, or "" when central.
    """

    pool: str
    year: int
    carried_in: Fraction
    contributed: Fraction
    promised: Fraction
    paid: Fraction
    carry: bool

    @property
    def available(self) -> Fraction:
        return self.carried_in + self.contributed

    @property
    def free(self) -> Fraction:
        """Ikke bevilget (free): what has not been promised to anybody; below 0 when too much was."""
        return self.available - self.promised

    @property
    def unused(self) -> Fraction:
        """Uforbrugt (unused): what has not been paid."""
        return self.available - self.paid

    @property
    def carried_out(self) -> Fraction:
        return self.unused if self.carry else Fraction(0)


def account(
    contributed: Mapping[int, Contributions],
    applications: Sequence[Application],
    payments: Sequence[Payment],
    *,
    central: bool,
    carry: bool,
) -> tuple[Balance, ...]:
    """A balance for each pool and year, in that order; every year from the first with money to the last with any movement.

    PoolError when a committee's pool is asked for that no wage bill pays into, or money moves before the first year.
    """
    years = _years(contributed, applications, payments)
    pools = (
        [""]
        if central
        else list(dict.fromkeys(part.committee for each in contributed.values() for part in each.parts))
    )
    grants = {each.number: each for each in applications}
    if not central:
        _check_committees(applications, pools)
        _check_numbers(payments, grants)
    return tuple(
        balance for pool in pools for balance in _of_pool(pool, years, contributed, applications, [
            payment for payment in payments if central or grants[payment.application].committee == pool
        ], carry)
    )  # fmt: skip


def _of_pool(
    pool: str, years: range, contributed: Mapping[int, Contributions], applications: Sequence[Application],
    payments: Sequence[Payment], carry: bool,
) -> Iterator[Balance]:  # fmt: skip
    carried = Fraction(0)
    for year in years:
        came = (
            [part.kroner for part in contributed[year].parts if pool in ("", part.committee)]
            if year in contributed
            else []
        )
        promised = sum(
            (each.promised(year) for each in applications if pool in ("", each.committee)), Fraction(0)
        )
        paid = sum((each.kroner for each in payments if each.month.start.year == year), Fraction(0))
        balance = Balance(pool, year, carried, Fraction(sum(came)), promised, paid, carry)
        yield balance
        carried = balance.carried_out


def _years(
    contributed: Mapping[int, Contributions], applications: Sequence[Application], payments: Sequence[Payment]
) -> range:
    if not contributed:
        raise PoolError(
            sentence("Der er ingen bidrag til puljen.", "There are no contributions to the pool.")
        )
    moved = [month.start.year for each in applications if each.granted for month in each.months]
    moved += [payment.month.start.year for payment in payments]
    first = min(contributed)
    if early := [year for year in moved if year < first]:
        raise PoolError(sentence(
            "Der er bevillinger eller udbetalinger i {year}, men ingen bidrag før {first}. Skriv lønsummen for {year}.",
            "There are grants or payments in {year}, but no contributions before {first}. Write the wage bill of {year}.",
            year=str(min(early)), first=str(first)))  # fmt: skip
    return range(first, max([*contributed, *moved]) + 1)


def _check_committees(applications: Sequence[Application], pools: Sequence[str]) -> None:
    for each in applications:
        if each.committee not in pools:
            raise PoolError(sentence(
                "Ansøgningen {number} er fra '{committee}', som ikke har nogen lønsum; der er {known}.",
                "The application {number} is from '{committee}', which has no wage bill; there are {known}.",
                number=each.number, committee=each.committee, known=", ".join(pools)))  # fmt: skip


def _check_numbers(payments: Sequence[Payment], grants: Mapping[str, Application]) -> None:
    for each in payments:
        if each.application not in grants:
            raise PoolError(sentence(
                "Udbetalingen i række {row} er til ansøgningen '{number}', som ikke findes; så kan dens pulje ikke kendes.",
                "The payment in row {row} is for the application '{number}', which does not exist; so its pool cannot be known.",
                row=str(each.row), number=each.application))  # fmt: skip


def promised_too_much(balances: Sequence[Balance]) -> Iterator[Finding]:
    """A finding for each pool and year that has promised more than it has."""
    for balance in balances:
        if balance.free < 0:
            name = balance.pool or CENTRAL.da
            yield Finding(POOL_RULES["promised-too-much"], "", value=name, other=str(balance.year))
