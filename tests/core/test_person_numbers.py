"""What can be told of a CPR number; every number here is made up (day + 60)."""

import pytest

from maaltal.core.person_numbers import digits, has_birth_date, is_made_up, mask, passes_modulus_11


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("610190-1234", "6101901234"),
        (" 6101901234 ", "6101901234"),
        ("610190 1234", "6101901234"),
        ("61019-1234", None),
        ("x", None),
    ],
)
def test_forms(written: str, read: str | None) -> None:
    assert digits(written) == read


@pytest.mark.parametrize(
    ("number", "exists"),
    [
        ("6101901234", True),
        ("9102901234", False),
        ("8902001234", True),
        ("6113901234", False),
        ("6001901234", False),
        ("9202901234", False),
    ],
)
def test_the_day_exists(number: str, exists: bool) -> None:
    assert has_birth_date(number) is exists


def test_made_up_numbers_are_told_by_the_day() -> None:
    assert is_made_up("6101901234")
    assert not is_made_up("0101901234")


def test_modulus_11() -> None:
    assert passes_modulus_11("0707614285")
    assert not passes_modulus_11("0707614286")


@pytest.mark.parametrize(
    "words", ["0101901234", "010190-1234", "Anna 010190 1234, skole", "x90101901234", "010190 – 1234"]
)
def test_a_number_is_masked_wherever_it_stands(words: str) -> None:
    assert "1234" not in mask(words)
    assert "010190" not in mask(words)


def test_other_numbers_are_left_alone() -> None:
    assert mask("række 12345, 2024-10-31, sag 2024-6355") == "række 12345, 2024-10-31, sag 2024-6355"
