"""The control list: applications, grants and payments held against the register and against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from maaltal.core.economics.applications import Application, Employments, Payment
from maaltal.core.economics.pool_rules import POOL_RULES
from maaltal.core.findings import SEVERITIES, Finding
from maaltal.core.periods import Period
from maaltal.core.text import Sentence, sentence


@dataclass(frozen=True)
class Files:
    """What the received files are called, for the findings to point at."""

    applications: str = "applications"
    payments: str = "payments"


def control(
    applications: Sequence[Application],
    payments: Sequence[Payment],
    employments: Employments,
    files: Files | None = None,
) -> tuple[Finding, ...]:
    """Kontrolliste (control list): every finding, the worst first; without names, pseudonyms or CPR numbers."""
    files = files or Files()
    found = [*_on_applications(applications, employments, files), *_on_payments(applications, payments, employments, files)]  # fmt: skip
    return tuple(sorted(found, key=lambda finding: list(SEVERITIES).index(finding.rule.severity)))


def _on_applications(
    applications: Sequence[Application], employments: Employments, files: Files
) -> Iterator[Finding]:
    counted = Counter(application.number for application in applications)
    for application in applications:
        for code, other in (*_same_number(application, counted), *_employment(application, employments)):
            yield _finding(code, files.applications, application.row, application.number, other)
    for earlier, later in _double(applications):
        yield _finding("double-grant", files.applications, later.row, later.number, earlier.number)


def _same_number(application: Application, counted: Counter[str]) -> Iterator[tuple[str, str]]:
    if counted[application.number] > 1:
        yield "duplicate-number", ""


def _employment(application: Application, employments: Employments) -> Iterator[tuple[str, date | Period]]:
    """Only a fleksjob that begins after the grant is new; a register that says nothing accuses nobody."""
    running = employments.on(application.person, application.day)
    if running:
        yield "already-in-fleksjob", running.first
    elif application.granted and not (begun := employments.after(application.person, application.granted)):
        first = application.months[0]
        known = employments.knows(Period(min(application.granted, first.start), first.end))
        yield (
            ("grant-without-employment", application.granted) if known else ("employment-not-known", first)
        )
    elif application.granted and begun and _ended_early(application, employments):
        yield "ended-early", begun.last


def _ended_early(application: Application, employments: Employments) -> bool:
    """Whether the last month that both the grant and the register have is one without fleksjob."""
    known = [month for month in application.months if employments.knows(month)]
    begun = employments.after(application.person, application.day)
    return bool(known and begun and begun.last < known[-1].start) and not employments.in_month(
        application.person, known[-1]
    )


def _double(applications: Iterable[Application]) -> Iterator[tuple[Application, Application]]:
    granted = sorted((each for each in applications if each.granted), key=lambda each: (each.person, each.granted))  # fmt: skip
    for earlier, later in combinations(granted, 2):
        if earlier.person == later.person and set(earlier.months) & set(later.months):
            yield earlier, later


def _on_payments(
    applications: Sequence[Application], payments: Sequence[Payment], employments: Employments, files: Files
) -> Iterator[Finding]:
    grants = {application.number: application for application in applications if application.granted}
    paid: dict[tuple[str, Period], Fraction] = {}
    wrong: dict[tuple[str, str], list[Payment]] = {}
    for payment in payments:
        where = (payment.application, payment.month)
        paid[where] = paid.get(where, Fraction(0)) + payment.kroner
        code = _fault(payment, grants.get(payment.application), employments, paid[where])
        if code and payment.kroner > 0:
            wrong.setdefault((code, payment.application), []).append(payment)
    for (code, number), some in wrong.items():
        yield _finding(code, files.payments, some[0].row, number, _months(some))


def _months(payments: Iterable[Payment]) -> Period | Sentence:
    """From the first to the last, or several such where months between them are right."""
    joined: list[Period] = []
    for each in sorted({payment.month for payment in payments}):
        if joined and joined[-1].end == each.start:
            joined[-1] = Period(joined[-1].start, each.end)
        else:
            joined.append(each)
    if len(joined) == 1:
        return joined[0]
    names = [f"months{n}" for n in range(len(joined))]
    words = ", ".join(f"{{{name}}}" for name in names)
    return sentence(words, words, **dict(zip(names, joined, strict=True)))


def _fault(
    payment: Payment, grant: Application | None, employments: Employments, paid: Fraction
) -> str | None:
    """The gravest thing that is wrong with a payment; None when nothing is."""
    if grant is None:
        return "paid-without-grant"
    if payment.month not in grant.months:
        return "paid-outside-grant"
    if employments.knows(payment.month) and not employments.in_month(grant.person, payment.month):
        stretches = employments.of(grant.person)
        ended = any(each.last < payment.month.start for each in stretches if each.first > grant.day)
        return "paid-after-end" if ended else "paid-without-employment"
    return "paid-above-grant" if paid > grant.monthly else None


def _finding(code: str, file: str, row: int, value: str, other: str | date | Period | Sentence) -> Finding:
    return Finding(POOL_RULES[code], file, None, row or None, None, value, other)
