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


MET = "Måltallet for fleksjob blev forøget"


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Måltallet for fleksjob er indfriet i 2024.", []),
        ("Måltallet for fleksjob er ikke indfriet i 2024.", ["har 1.014 af 900"]),
        ("Måltallet for virksomhedspraktik og løntilskud blev ikke indfriet.", []),
        ("Måltallet for virksomhedspraktik og løntilskud blev indfriet.", ["har 913 af 1.084"]),
        ("BUF har ikke indfriet måltallet for fleksjob.", []),
        ("SOF har ikke indfriet måltallet for fleksjob.", ["tabel 6 har 207 af 157"]),
        ("The target for fleksjob was not met in 2023.", ["har 975 af 850"]),
        ("Antallet er faldet fra 772 personer i 2023 til 913 i 2024.", ["et fald fra 772 til 913"]),
        ("Antallet er uændret fra 900 i 2024 til 900 i 2025.", []),
        ("Antallet er uændret fra 850 i 2023 til 900 i 2024.", ["uændret fra 850 til 900"]),
        ("The number has risen from 913 in 2024 to 900 in 2025.", ["en stigning fra 913 til 900"]),
    ],
)
def test_claims_are_held_against_the_figures(claim, found):
    assert MET in CLEAN
    words = told(CLEAN.replace(MET, f"{claim} {MET}"))
    assert len(words) == len(found)
    assert all(part in each for part, each in zip(found, words, strict=True))


ANSWER = corrected("answer_2025")


@pytest.mark.parametrize(
    ("right", "wrong", "kind", "named"),
    [
        ("svarer det til 4.448", "svarer det til 4.484", "one-of", "4.484"),
        ("er 1,1 procent", "er 1,4 procent", "one-of", "1,4 procent"),
        ("er 3,2 procent", "er 2,3 procent", "one-of", "2,3 procent"),
        ("København 4.448 1.009 1,1", "København 4.484 1.009 1,1", "one-of", "4.484"),
    ],
)
def test_figures_of_the_benchmark_in_the_text_are_held_against_its_table(right, wrong, kind, named):
    assert right in ANSWER
    found = [f for f in audit_text(ANSWER.replace(right, wrong)).discrepancies if f.kind != "explained"]
    assert kind in {f.kind for f in found}
    assert named in {s.printed for f in found for answer in f.alternatives for s in answer}


def test_a_share_said_to_be_the_lowest_is_held_against_the_others():
    words = told(ANSWER.replace("lavere andel", "højere andel"))
    assert len(words) == 5
    assert any("andelen i København er den højeste, men Esbjerg har 4 mod 1,1" in each for each in words)


def test_full_time_persons_cannot_outnumber_the_persons():
    words = told(ANSWER.replace("var 5.192", "var 4.192"))
    assert words == [
        "contradiction: Teksten siger, at 4.192 personer er 4.448 fuldtidspersoner: flere, end de er."
    ]
