"""Kinds of file are called by words, whoever speaks of them."""

from maaltal.core.sources import SOURCES, layout_words, listed_with_codes, source_words
from maaltal.core.text import Text
from maaltal.intake.layouts import SHIPPED, shipped


def test_every_shipped_layout_has_words_that_are_no_codes() -> None:
    assert set(SHIPPED) == set(SOURCES)
    for name in SHIPPED:
        assert shipped(name).label == source_words(name)
        assert name not in source_words(name).da.split()


def test_a_mapping_is_called_by_its_own_name() -> None:
    assert source_words("KMD") == Text("KMD", "KMD")
    assert layout_words("placements:kmd") == Text(
        "jobcentrets placeringer efter tilpasningen kmd", "the job centre's placements by the mapping kmd"
    )


def test_a_choice_tells_the_codes_too() -> None:
    assert listed_with_codes(["payroll", "kmd"]).da == "lønsystemets ansatte (payroll), kmd (kmd)"
