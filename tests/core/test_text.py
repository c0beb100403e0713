"""Sentences with names for codes, and labels inside sentences."""

from maaltal.core.text import Text, sentence
from maaltal.documents.numbers import show


def test_codes_are_called_by_name_in_sentences_within_sentences_too() -> None:
    within = sentence("{unit} har {number}", "{unit} has {number}", unit="BUF", number=3)
    said = sentence("I {unit}: {more}", "In {unit}: {more}", unit="SOF", more=within)
    named = said.named({"BUF": "Børn", "SOF": Text("Social", "Social affairs")})
    assert [named.render(language, show) for language in ("da", "en")] == [
        "I Social: Børn har 3",
        "In Social affairs: Børn has 3",
    ]


def test_a_label_inside_a_sentence_has_no_capital_unless_it_is_an_abbreviation() -> None:
    assert Text("Fleksjob", "Flex job").inside == Text("fleksjob", "flex job")
    assert Text("EGU", "EGU").inside == Text("EGU", "EGU")
