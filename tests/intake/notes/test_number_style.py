"""Printed numbers in both styles, and which style a note is in."""

from fractions import Fraction

import pytest

from maaltal.intake.notes.formats.text import split_lines
from maaltal.intake.notes.lines import plain
from maaltal.intake.notes.number_style import number_style
from maaltal.intake.notes.numbers import number_in, numbers_in


@pytest.mark.parametrize(
    ("cell", "style", "value", "unit"),
    [
        ("1.084", "da", 1084, 1),
        ("4672", "da", 4672, 1),
        ("3,2", "da", Fraction(16, 5), Fraction(1, 10)),
        ("1,084", "en", 1084, 1),
        ("3.2", "en", Fraction(16, 5), Fraction(1, 10)),
        ("84 per cent", "en", 84, 1),
        ("84 pct.", "da", 84, 1),
        ("1.014*", "da", 1014, 1),
        ("1.014²", "da", 1014, 1),
        ("913 **", "da", 913, 1),
        ("1\N{NO-BREAK SPACE}084", "da", 1084, 1),
        ("1\N{NARROW NO-BREAK SPACE}084", "en", 1084, 1),
        ("17\N{THIN SPACE}500\N{THIN SPACE}000", "da", 17_500_000, 1),
        ("1 084", "da", 1084, 1),
        ("\N{MINUS SIGN}4.240", "da", -4240, 1),
        ("(1.010)", "da", -1010, 1),
        ("(1,010)", "en", -1010, 1),
    ],
)
def test_a_cell_is_read(cell, style, value, unit):
    printed = number_in(plain(cell), style)
    assert printed
    assert (printed.value, printed.unit) == (value, unit)


@pytest.mark.parametrize("cell", ["(1.084", "1.084)", "1.08.4", "12 34", "913 (84 pct.)", "2024-01-01"])
def test_what_is_no_number_is_left(cell):
    assert number_in(cell) is None


def test_parentheses_in_running_text_are_no_minus():
    assert [printed.value for printed in numbers_in("flere (1.084) end 3,2 pct. og 913*")] == [
        1084,
        Fraction(16, 5),
        913,
    ]


@pytest.mark.parametrize(
    ("text", "style", "certain"),
    [
        ("Måltal\t1.084\nAndel\t3,2", "da", True),
        ("Target\t1,084\nShare\t3.2", "en", True),
        ("I alt\t4.672", "da", True),
        ("I alt\t4.672\t4,672", "da", False),
        ("Total of the two\t4,672\t4.672", "en", False),
        ("Total\t913\t611", "da", False),
        ("3.2 Økonomi og personale\n\n4.1 Mål\n\nI alt\t1.084", "da", True),
        ("Andel\t84.5\t1,084\nMåltal og status er\t2.25", "en", True),
        ("Senest 25.02.2025 kl. 14.05 er måltallet 900", "da", False),
    ],
)
def test_the_style_is_told_from_the_evidence(text, style, certain):
    found = number_style(list(split_lines(text)))
    assert (found.style, found.certain) == (style, certain)
