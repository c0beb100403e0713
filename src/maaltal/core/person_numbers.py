"""CPR numbers: what can be told of one without knowing whose it is. They are never kept."""

import re
from datetime import date

_FORM = re.compile(r"(\d{2})(\d{2})(\d{2})[- ]?(\d{4})")
ANYWHERE = r"[0-9]{6}[^0-9A-Za-z]{0,3}[0-9]{4}"
"""Whatever could hold a CPR number, in longer numbers and past odd separators too. SQL searches by the same words."""
_ANYWHERE = re.compile(ANYWHERE)
MASK = "******-****"
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
MADE_UP_DAY = 60
"""Made-up and replacement numbers carry the day of birth plus 60, which no real CPR number does."""
DEMO_KEY = b"maaltal-demo-key-known-to-all"
"""The key that the sample is pseudonymised with. It is no secret, so it is refused for any but made-up numbers."""


def digits(number: str) -> str | None:
    """The ten digits, or None when it is not of the form DDMMYY-NNNN."""
    found = _FORM.fullmatch(number.strip())
    return "".join(found.groups()) if found else None


def is_made_up(number: str) -> bool:
    """Whether the day is above 60, as in samples and in replacement numbers (erstatningsnumre)."""
    return int(number[:2]) > MADE_UP_DAY


def has_birth_date(number: str) -> bool:
    """Whether ten digits begin with a day that exists in some century (day + 60 allowed)."""
    day, month, year = int(number[:2]) % MADE_UP_DAY, int(number[2:4]), int(number[4:6])
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def passes_modulus_11(number: str) -> bool:
    """Whether the old check holds. Numbers without it have been valid since 2007, so this is only ever a note."""
    return sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=True)) % 11 == 0


def mask(words: str) -> str:
    """The words with every CPR number in them made unreadable: 010190-1234 becomes ******-****."""
    return _ANYWHERE.sub(MASK, words)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
