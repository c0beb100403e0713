"""A note with very much wrong in it: the audit ends, and says of each table what it can."""

import random
import re

from tests.audit.corrected import corrected
from tests.audit.reading import audit_text

FIGURE = re.compile(r"(?<![\d.,-])\d{2,4}(?![\d.,-])")
YEARS = range(2000, 2031)


def spoiled(text: str, figures: int) -> str:
    """The text with so many of its figures changed."""
    places = [found for found in FIGURE.finditer(text) if int(found[0]) not in YEARS]
    lot = random.Random(1)  # noqa: S311 - made up, and the same each time
    for place in sorted(lot.sample(places, figures), key=lambda found: -found.start()):
        text = f"{text[: place.start()]}{lot.randint(10, 3000)}{text[place.end() :]}"
    return text


def test_every_table_is_judged_alone_when_too_much_is_wrong_together() -> None:
    report = audit_text(spoiled(corrected("yearly_status_2024"), 20))
    codes = [found.code for found in report.discrepancies]
    assert "tangled" in codes
    assert len(codes) > 10
    assert {str(place.table) for found in report.discrepancies for place in found.places} >= {
        "tabel 1",
        "tabel 2",
    }
