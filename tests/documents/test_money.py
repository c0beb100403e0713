"""Amounts as they are printed."""

from fractions import Fraction

from maaltal.core.economics.amounts import Scale, kroner
from maaltal.core.text import sentence
from maaltal.documents.delimited import decimal
from maaltal.documents.money import bare, money, price_level
from maaltal.documents.numbers import NO_BREAK, show


def test_kroner_thousands_and_millions() -> None:
    amount = kroner(1_234_567, 2016)
    assert money(amount, "da") == f"1.234.567{NO_BREAK}kr."
    assert money(amount, "en") == f"1,234,567{NO_BREAK}kr."
    assert bare(amount, "da", Scale.THOUSANDS) == "1.235"
    assert money(amount, "da", Scale.MILLIONS) == f"1,2{NO_BREAK}mio.{NO_BREAK}kr."


def test_the_price_level_is_told() -> None:
    assert price_level(2016, Scale.THOUSANDS).render("da", show) == "1.000 kr., 2016 p/l"
    assert sentence("{a}", "{a}", a=kroner(-5, 2016)).render("da", show) == f"-5{NO_BREAK}kr. (2016 p/l)"


def test_a_million_millions_keep_their_decimals_in_csv_and_print() -> None:
    assert decimal(10**12 + Fraction(123_457, 10**6)) == "1000000000000.123457"
    assert decimal(-(10**12) - Fraction(1, 2)) == "-1000000000000.5"
    assert bare(kroner(10**12, 2026), "da") == "1.000.000.000.000"
