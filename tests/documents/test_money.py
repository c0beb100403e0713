"""Amounts as they are printed."""

from maaltal.core.economics.amounts import Scale, kroner
from maaltal.core.text import sentence
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


def test_a_million_millions_are_printed_in_full() -> None:
    assert bare(kroner(10**12, 2026), "da") == "1.000.000.000.000"
