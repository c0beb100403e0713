"""Printed figures that look wrong and are right: the program gives them, and says why they puzzle."""

import pytest

from maaltal.core.hidden_decimals import hidden_decimals
from maaltal.core.rounding import whole

ADMINISTRATIONS = ("BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF")


@pytest.mark.parametrize(
    ("unit", "code", "words"),
    [
        (
            "BIF",
            "hidden-decimals-percentage",
            "67 pct. er beregnet af uafrundede tal; 37 af 56 ville give 66 pct.",
        ),
        (
            "BUF",
            "hidden-decimals-percentage",
            "41 pct. er beregnet af uafrundede tal; 185 af 457 ville give 40 pct.",
        ),
        ("SOF", "hidden-decimals-sum", "giver 355, de uafrundede 354"),
        ("KK", "hidden-decimals-sum", "giver 914, de uafrundede 913"),
    ],
)
def test_a_footnote_says_why(unit, code, words, measured):
    notes = {note.code: str(note.text) for note in hidden_decimals(measured["2024", unit])}
    assert words in notes[code]


def test_the_municipality_does_not_add_up_to_its_rounded_administrations(measured):
    def sums(pick):
        return sum(whole(pick(measured["2024", unit])) for unit in ADMINISTRATIONS), whole(
            pick(measured["2024", "KK"])
        )

    def of_scheme(number):
        return lambda status: status.groups[0].schemes[number].measurement

    assert [sums(of_scheme(number)) for number in range(3)] == [(93, 94), (610, 611), (210, 209)]
    assert sums(lambda status: status.groups[0].measurement) == (912, 913)
