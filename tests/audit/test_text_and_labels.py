"""Figures repeated in text and on the cover count as prints; words that contradict the tables are told."""

import pytest

from maaltal.core.audit.printing import shown
from tests.audit.corrected import corrected, source
from tests.audit.reading import audit_text, in_words

CLEAN = corrected("yearly_status_2024")


def told(text: str) -> list[str]:
    return in_words(shown(audit_text(text), with_explained=False))


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ("er steget fra 722 helårspersoner", "er steget fra 772 helårspersoner", 73),
        ("på 1.041 ansatte", "på 1.014 ansatte", 77),
        ("1.134\t68 pct.\t1.084\t48 pct.", "1.134\t68 pct.\t1.084\t84 pct.", 23),
        ("samlede målopfyldelse i 2024 er 79 pct.", "samlede målopfyldelse i 2024 er 97 pct.", 13),
    ],
)
def test_a_wrong_figure_in_text_or_on_the_cover_is_found_there(wrong, right, line):
    assert right in CLEAN
    (found,) = [f for f in audit_text(CLEAN.replace(right, wrong)).discrepancies if f.kind != "explained"]
    assert (found.kind, found.places[0].line) == ("error", line)


def test_a_figure_printed_three_times_outweighs_its_parts():
    """899 of 900: the parts are blamed when they are too far off, not the 900 of cover, table and text."""
    (found,) = [
        f
        for f in audit_text(CLEAN.replace("<b>377</b>", "<b>477</b>")).discrepancies
        if f.kind != "explained"
    ]
    assert [s.printed for answer in found.alternatives for s in answer] == ["477"]


def test_weights_stated_are_held_against_the_targets():
    words = told(CLEAN.replace("sociale frikort vægter 55 pct.", "sociale frikort vægter 57 pct."))
    assert words == [
        "contradiction: Teksten siger, at måltallet vægter 57 pct. i 2024, men måltallene giver 55 pct."
    ]


def test_a_rise_that_is_a_fall_is_told():
    words = told(
        CLEAN.replace("Måltallet blev reduceret fra 1.134", "Måltallet blev hævet. Det er steget fra 1.134")
    )
    assert words == ["contradiction: Teksten siger en stigning fra 1.134 til 1.084."]


def test_a_target_that_other_prints_confirm_is_not_blamed_for_what_it_weighs():
    """TMF 87 instead of 86: not because 1.084 or 900, each printed thrice, were misprinted where they weigh."""
    (found,) = [
        f for f in audit_text(CLEAN.replace("<b>86 pct.", "<b>87 pct.")).discrepancies if f.kind == "one-of"
    ]
    assert {s.printed for answer in found.alternatives for s in answer} == {"54 pct.", "87 pct."}


def test_the_sources_are_read_whole():
    """Every printed figure of the status tables is read: 8 tables of 14 figures and one of 16; 125 in 2017."""
    assert audit_text(source("yearly_status_2024")).figures == 128
    assert audit_text(source("status_october_2017")).figures == 125
