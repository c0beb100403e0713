"""The shipped rates, a municipality's own, and its price levels."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from maaltal.core.economics.rates import Certainty
from maaltal.definitions import DefinitionError
from maaltal.definitions.price_levels import load_price_levels
from maaltal.definitions.rates import load_rates

OWN = """
[[value]]
code = "highest-dagpenge"
amount = 21500.5
valid_from = 2026-01-01
valid_to = 2026-12-31
source = "Kommunens egen oversigt"
"""
GOOD = "year;index;source;published\n2015;100;KL;2014-06-01\n2016;101,37;KL;2015-06-01\n"

type Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str, name: str = "satser.toml") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return written


def test_shipped_values_of_a_rate_do_not_overlap() -> None:
    rates = load_rates().rates
    for code in {rate.code for rate in rates}:
        own = sorted((rate for rate in rates if rate.code == code), key=lambda rate: rate.valid_from)
        for before, after in pairwise(own):
            assert before.valid_to is not None
            assert before.valid_to <= after.valid_from


def test_known_maxima_follow_from_the_shipped_dagpenge() -> None:
    """98 pct. of 19,351 is the published maximum of 2022, 18,964; 2024: 19,952."""
    book = load_rates()
    for year, most in ((2022, 18_964), (2024, 19_952)):
        day = date(year, 7, 1)
        assert round(book.on("highest-dagpenge", day).value * book.on("supplement-base", day).value) == most


def test_own_rates_are_exact_and_come_first(write: Write) -> None:
    found = load_rates(write(OWN)).on("highest-dagpenge", date(2026, 12, 31))
    assert (found.value, found.certainty) == (Fraction(43_001, 2), Certainty.OWN)
    override = write(OWN.replace("2026-", "2024-"))
    assert load_rates(override).on("highest-dagpenge", date(2024, 7, 1)).value == Fraction(43_001, 2)


@pytest.mark.parametrize(
    "text",
    [
        "", "[[value]]\n", "nej", OWN.replace("highest-dagpenge", "dagpenge"), OWN.replace("21500.5", '"mange"'),
        OWN.replace("21500.5", "-1"), OWN.replace("21500.5", "nan"), OWN.replace("21500.5", "true"), OWN.replace("Kommunens egen oversigt", " "),
        OWN.replace("2026-01-01", '"snart"'), OWN.replace("2026-01-01", "2026-01-01T00:00:00"), OWN.replace("2026-12-31", "2025-12-31"),
        OWN.replace("highest-dagpenge", "supplement-base"), OWN + 'certainty = "gæt"\n', OWN + 'level = "2015"\n',
    ],
)  # fmt: skip
def test_own_rates_that_cannot_be_used(write: Write, text: str) -> None:
    with pytest.raises(DefinitionError, match=r"satser\.toml kan ikke bruges som satser: .*koderne er highest-dagpenge"):  # fmt: skip
        load_rates(write(text))


def test_price_levels_from_csv_and_toml(write: Write) -> None:
    table = load_price_levels(write(GOOD, "pl.csv"))
    assert table.factor(2015, 2016) == Fraction("1.0137")
    toml = '[[index]]\nyear = 2016\nindex = 101.37\nsource = "KL"\npublished = 2015-06-01\n'
    assert load_price_levels(write(toml, "pl.toml")).index(2016) == table.index(2016)


@pytest.mark.parametrize(
    "text",
    [
        "", "år;tal\n2015;100\n", GOOD.replace("100", ""), GOOD.replace("100", "0"), GOOD.replace("100", "nan"), GOOD.replace("100", "x"),
        GOOD.replace(";KL;2014-06-01", ";;2014-06-01"), GOOD.replace("2014-06-01", "juni"), GOOD.replace("2015;100", "i år;100"),
    ],
)  # fmt: skip
def test_price_levels_that_cannot_be_used(write: Write, text: str) -> None:
    with pytest.raises(DefinitionError, match=r"pl\.csv kan ikke bruges som pris- og lønniveauer"):
        load_price_levels(write(text, "pl.csv"))
