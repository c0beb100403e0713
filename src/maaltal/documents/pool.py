"""The fleksjob pool as tables: contributions, the account by year, the follow-up of grants, and the control list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from maaltal.core.economics.applications import Application, Employments, Payment
from maaltal.core.economics.drivers import plain
from maaltal.core.economics.pool import Contributions, PoolRule
from maaltal.core.economics.pool_account import CENTRAL, Balance
from maaltal.core.findings import SEVERITIES, Finding
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

CONTRIBUTIONS, ACCOUNT, FOLLOW_UP, CONTROL = "contributions", "account", "follow-up", "control"
TOTAL = "total"
_IN_ALL = Text("I alt", "In all")
PERCENT, PLACES = 100, 6


def contributions_table(made: Contributions, rule: PoolRule | None, each: Fraction | None) -> Table:
    """A row for each committee; notes tell the rounding, the decision, and how many fleksjob the pool pays for."""
    columns = (
        Column("committee", Text("Udvalg", "Committee")),
        Column("wage-bill", Text("Lønsum, kr.", "Wage bill, kr."), "whole"),
        Column("share", Text("Pct.", "Per cent")),
        Column("exact", Text("Udregnet, kr.", "Reckoned, kr."), "decimal"),
        Column("contribution", Text("Bidrag, kr.", "Contribution, kr."), "whole"),
    )
    rows = [
        Row((part.committee,), (Cell(part.committee), _whole(part.wage_bill), Cell(share_words(part.share)),
                                Cell(part.exact, "decimal"), _whole(part.kroner)))
        for part in made.parts
    ]  # fmt: skip
    exact = sum((part.exact for part in made.parts), Fraction(0))
    rows.append(Row((TOTAL,), (Cell(_IN_ALL, strong=True), _whole(made.wage_bill, strong=True), EMPTY,
                               Cell(exact, "decimal", strong=True), _whole(made.total, strong=True))))  # fmt: skip
    title = sentence(
        "Bidrag til fleksjobpuljen {year}", "Contributions to the fleksjob pool {year}", year=str(made.year)
    )
    return Table(f"{CONTRIBUTIONS}-{made.year}", title, columns, tuple(rows), tuple(_contribution_notes(made, rule, each)))  # fmt: skip


def _contribution_notes(made: Contributions, rule: PoolRule | None, each: Fraction | None) -> Iterator[Note]:
    yield Note("rounding", made.rule)
    if rule:
        yield Note("decision", sentence(
            "{label}: fra {least} til {most} pct. af lønsummen. Kilde: {source}.",
            "{label}: from {least} to {most} per cent of the wage bill. Source: {source}.",
            label=rule.label, least=share_words(rule.least), most=share_words(rule.most), source=rule.source))  # fmt: skip
    if each:
        yield Note("pays-for", sentence(
            "Puljen kan betale {number} fleksjob et helt år à {each} kr.", "The pool can pay for {number} fleksjob a whole year at {each} kr. each.",
            number=made.pays_for(each), each=plain(each)))  # fmt: skip


def share_words(share: Fraction) -> Text:
    """A share in per cent with as many decimals as it has, up to six: 0,075."""
    words = f"{round(share * PERCENT, PLACES):.{PLACES}f}".rstrip("0").rstrip(".")
    return Text(words.replace(".", ","), words)


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
    return Row(codes, (Cell(balance.pool or CENTRAL), Cell(str(balance.year)), *map(_whole, amounts)))


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
    granted = application.granted.isoformat() if application.granted else Text("ikke bevilget", "not granted")
    return Row((application.number,), (
        Cell(application.number), Cell(application.committee), Cell(application.unit), Cell(granted),
        _whole(len(application.months)), _whole(employments.months(application)), _whole(len(months)),
        _whole(application.grant), _whole(paid), _whole(application.grant - paid),
    ))  # fmt: skip


def _known(employments: Employments) -> Iterator[Note]:
    days = ", ".join(period.code for period in employments.known)
    if days:
        yield Note("known", sentence(
            "Ansættelser ses efter i registret, som svarer for {days}.",
            "Employments are checked in the register, which answers for {days}.", days=days))  # fmt: skip
    else:
        yield Note("known", sentence(
            "Ansættelser er ikke set efter: der er intet register med fleksjob.",
            "Employments have not been checked: there is no register of fleksjob."))  # fmt: skip


def control_table(findings: Sequence[Finding]) -> Table:
    """Every finding in words, the gravest first."""
    columns = (
        Column("severity", Text("Alvor", "Severity")), Column("title", Text("Hvad", "What")),
        Column("where", Text("Sted", "Place")), Column("wrong", Text("Fund", "Finding")), Column("mend", Text("Gør", "Do")),
    )  # fmt: skip
    rows = tuple(_finding_row(finding, number) for number, finding in enumerate(findings, start=1))
    none = (Note("none", sentence("Der er intet at bemærke.", "There is nothing to remark.")),)
    title = sentence("Kontrolliste", "Control list")
    return Table(CONTROL, title, columns, rows, () if rows else none)


def _finding_row(finding: Finding, number: int) -> Row:
    return Row((str(number), finding.rule.code), (
        Cell(SEVERITIES[finding.rule.severity]), Cell(finding.rule.title), Cell(_place(finding)),
        Cell(_said(finding, finding.rule.wrong)), Cell(_said(finding, finding.rule.mend)),
    ))  # fmt: skip


def _said(finding: Finding, template: Text) -> Sentence:
    return Sentence(template, (("value", finding.value), ("other", finding.other)))


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.row}" if finding.row else finding.file


def _whole(value: Fraction | int, strong: bool = False) -> Cell:
    return Cell(plain(Fraction(value)), "whole", strong)
