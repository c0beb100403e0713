"""The control list: what the register says of grants and payments, and what it does not say."""

from datetime import date
from fractions import Fraction

import pytest

from maaltal.core.economics.applications import Employments, Payment, Stretch, employments
from maaltal.core.economics.pool_control import control
from maaltal.core.periods import month, quarter, year
from maaltal.core.spells import Spell
from tests.core.economics.test_pool import application

KNOWN = (year(2016),)
NEW = Stretch(date(2016, 2, 1), date(2016, 12, 31))


def register(*stretches: Stretch, known=KNOWN) -> Employments:
    return Employments({"p": stretches}, known)


def paid(number: str, in_month: int, kroner: int = 6436) -> Payment:
    return Payment(number, month(2016, in_month), Fraction(kroner), in_month)


def codes(applications, payments=(), where=None) -> list[str]:
    found = control(applications, payments, where or register(NEW))
    return [finding.rule.code for finding in found]


def test_a_new_fleksjob_after_the_grant_has_nothing_wrong_with_it() -> None:
    assert codes((application(),), tuple(paid("A", n) for n in range(2, 13))) == []


@pytest.mark.parametrize("began", [date(2010, 1, 1), date(2016, 1, 10)])
def test_who_is_in_fleksjob_on_the_day_of_the_grant_is_not_new(began: date) -> None:
    assert codes((application(),), where=register(Stretch(began, date(2016, 12, 31)))) == [
        "already-in-fleksjob"
    ]


def test_the_day_after_the_grant_is_new() -> None:
    assert codes((application(),), where=register(Stretch(date(2016, 1, 11), date(2016, 12, 31)))) == []


def test_an_application_that_waits_is_checked_on_its_own_day() -> None:
    running = register(Stretch(date(2015, 1, 1), date(2016, 12, 31)))
    assert codes((application(granted=None),), where=running) == ["already-in-fleksjob"]
    assert codes((application(granted=None),), where=register()) == []


def test_a_fleksjob_that_ended_before_the_grant_does_not_count_against_a_new_one() -> None:
    assert codes((application(),), where=register(Stretch(date(2012, 1, 1), date(2016, 1, 9)), NEW)) == []


def test_a_grant_without_an_employment() -> None:
    assert codes((application(),), where=register()) == ["grant-without-employment"]


def test_a_register_that_does_not_answer_accuses_nobody() -> None:
    payments = (paid("A", 3),)
    assert codes((application(),), payments, register(known=(year(2015),))) == ["employment-not-known"]
    assert codes((application(),), payments, register(known=())) == ["employment-not-known"]


def test_payments_after_the_end_are_one_finding_with_its_months() -> None:
    where = register(Stretch(date(2016, 2, 1), date(2016, 6, 30)))
    found = control((application(),), tuple(paid("A", n) for n in range(2, 10)), where)
    assert [(each.rule.code, each.other) for each in found] == [
        ("paid-after-end", quarter(2016, 3)), ("ended-early", date(2016, 6, 30)),
    ]  # fmt: skip
    assert found[0].row == 7


def test_a_month_without_employment_between_two_employments() -> None:
    where = register(Stretch(date(2016, 3, 1), date(2016, 12, 31)))
    assert codes((application(),), (paid("A", 2), paid("A", 3)), where) == ["paid-without-employment"]


def test_one_day_of_the_month_is_enough() -> None:
    where = register(Stretch(date(2016, 2, 29), date(2016, 12, 31)))
    assert codes((application(),), (paid("A", 2),), where) == []


@pytest.mark.parametrize(
    ("payment", "code"),
    [
        (paid("A", 1), "paid-outside-grant"),
        (paid("Q", 3), "paid-without-grant"),
        (paid("A", 3, 6437), "paid-above-grant"),
    ],
)
def test_payments_that_are_wrong_by_themselves(payment: Payment, code: str) -> None:
    assert codes((application(),), (payment,)) == [code]


def test_a_month_paid_twice_and_one_that_was_paid_back() -> None:
    assert codes((application(),), (paid("A", 3), paid("A", 3))) == ["paid-above-grant"]
    assert codes((application(),), (paid("A", 3), paid("A", 3, -6436), paid("A", 3))) == []


def test_a_payment_to_an_application_that_was_not_granted() -> None:
    assert codes((application(granted=None),), (paid("A", 3),), register()) == ["paid-without-grant"]


def test_two_grants_for_one_person_and_month() -> None:
    assert codes((application(), application("B"))) == ["double-grant"]
    assert codes((application(), application("B", granted=None))) == []
    later = application("B", first=date(2017, 1, 1), last=date(2017, 3, 31))
    assert "double-grant" not in codes((application(), later))


def test_a_number_used_twice_is_told_of_both() -> None:
    assert codes((application(), application(person="q"))).count("duplicate-number") == 2


def spell(began: date, last: date, person: str = "p", scheme: str = "fleksjob", unit: str = "U") -> Spell:
    return Spell(person, scheme, unit, began, last, began, last)


def test_renewals_moves_and_changed_hours_are_one_employment() -> None:
    rows = [spell(date(2016, 4, 1), date(2016, 6, 30), unit="V"), spell(date(2016, 1, 1), date(2016, 3, 31)),
            spell(date(2016, 8, 1), date(2016, 9, 30)), spell(date(2016, 1, 1), date(2016, 12, 31), scheme="loentilskud"),
            spell(date(2016, 1, 1), date(2016, 12, 31), person="q")]  # fmt: skip
    found = employments(rows, KNOWN, {"p"})
    assert found.of("p") == (
        Stretch(date(2016, 1, 1), date(2016, 6, 30)),
        Stretch(date(2016, 8, 1), date(2016, 9, 30)),
    )
    assert found.of("q") == ()


def test_findings_show_neither_person_nor_number_that_could_be_one() -> None:
    found = control((application("610190-1234"),), (), register())
    assert "610190" not in repr(found)
    assert "'p'" not in repr(found)
