"""The fleksjob pool from its files, held against the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from maaltal.core.economics.applications import Application, Employments, Payment, employments
from maaltal.core.economics.pool import Contributions, PoolRule, contributions, outside, same_committees
from maaltal.core.economics.pool_account import Balance, account, promised_too_much
from maaltal.core.economics.pool_control import Files, control
from maaltal.core.economics.pool_rules import POOL_RULES
from maaltal.core.findings import Finding
from maaltal.core.person_numbers import mask
from maaltal.definitions.pool import load_pool_rule
from maaltal.ground.coverage import shared_days
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground, ground
from maaltal.intake.keys import Key, required
from maaltal.intake.pool_files import WageBills, read_applications, read_payments, read_wage_bills

NOBODY = Employments({}, ())


@dataclass(frozen=True)
class Asked:
    """Files, and how the pool is kept. `share` None: as the wage bills' file says, else the decision's central share.

    `year` None: every year of the wage bills. `to` kroner is what contributions are rounded to.
    """

    wage_bills: Path
    municipality: str
    store: Path
    year: int | None = None
    share: Fraction | None = None
    to: int = 1
    applications: Path | None = None
    payments: Path | None = None
    central: bool = True
    carry: bool = False


@dataclass(frozen=True)
class Pool:
    """Fleksjobpulje (fleksjob pool): everything that is known of it, and what is wrong."""

    contributed: Mapping[int, Contributions]
    rules: Mapping[int, PoolRule | None]
    balances: tuple[Balance, ...]
    applications: tuple[Application, ...]
    payments: tuple[Payment, ...]
    employments: Employments
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return any(finding.rule.severity == "error" for finding in self.findings)


def pool(asked: Asked, key: Key | None) -> Pool:
    """GroundError, IntakeError or MoneyError, with one sentence, for files that no pool can be made of."""
    if asked.payments and not asked.applications:
        raise refuse(
            "question", "Udbetalinger kan kun ses efter sammen med ansøgningerne; angiv også dem.",
            "Payments can only be checked together with the applications; give those too.",
        )  # fmt: skip
    bills = read_wage_bills(asked.wage_bills)
    years = _years(bills, asked)
    rules = {year: load_pool_rule(asked.municipality, year) for year in years}
    contributed = {year: _contributions(year, bills, rules[year], asked) for year in years}
    applications = read_applications(asked.applications, required(key)) if asked.applications else ()
    payments = read_payments(asked.payments) if asked.payments else ()
    known = (
        _employments(ground(asked.store, asked.municipality), applications, key) if applications else NOBODY
    )
    balances = account(contributed, applications, payments, central=asked.central, carry=asked.carry)
    findings = (*_outside(contributed, rules, asked), *promised_too_much(balances),
                *control(applications, payments, known, _names(asked)))  # fmt: skip
    return Pool(contributed, rules, balances, applications, payments, known, findings)


def _years(bills: WageBills, asked: Asked) -> tuple[int, ...]:
    if asked.year is not None and asked.year not in bills.by_year:
        raise refuse(
            "no-data", "{file} har ingen lønsummer for {year}; den har {known}.", "{file} has no wage bills for {year}; it has {known}.",
            file=asked.wage_bills.name, year=str(asked.year), known=", ".join(map(str, sorted(bills.by_year))),
        )  # fmt: skip
    chosen = {year: bills.by_year[year] for year in sorted(bills.by_year) if asked.year in (None, year)}
    same_committees(chosen)
    return tuple(chosen)


def _contributions(year: int, bills: WageBills, rule: PoolRule | None, asked: Asked) -> Contributions:
    share = asked.share or (rule.central if rule else None)
    if share is None and not bills.shares:
        raise refuse(
            "question", "Kommunen har ingen beslutning om puljens procent i {year}; angiv den med --percent.",
            "The municipality has no decision on the pool's per cent in {year}; give it with --percent.", year=str(year),
        )  # fmt: skip
    committees = bills.by_year[year]
    own = {} if asked.share else bills.shares
    shares = {name: own.get(name, share) for name in committees}
    return contributions(
        year, committees, {name: each for name, each in shares.items() if each is not None}, asked.to
    )


def _employments(where: Ground, applications: Sequence[Application], key: Key | None) -> Employments:
    """Pseudonyms agree only under the key that the store was loaded with: StoreError for another."""
    if not where.view.parts:
        return NOBODY
    where.store.check_key(required(key).fingerprint)
    return employments(where.spells(), shared_days(where.view), {each.person for each in applications})


def _outside(
    contributed: Mapping[int, Contributions], rules: Mapping[int, PoolRule | None], asked: Asked
) -> Iterator[Finding]:
    for year, made in contributed.items():
        if rule := rules[year]:
            for part in outside(made, rule):
                yield Finding(
                    POOL_RULES["share-outside-decision"], mask(asked.wage_bills.name),
                    value=f"{part.committee} ({year})", other=rule.source,
                )  # fmt: skip


def _names(asked: Asked) -> Files:
    names = (mask(file.name) if file else "" for file in (asked.applications, asked.payments))
    return Files(*names)
