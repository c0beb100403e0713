"""The guide's tables are those that the program has now."""

import pytest

from tests.intake.guide import GUIDES, TABLES, guide


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_is_current(language):
    text = GUIDES[language].read_text("utf-8")
    assert all(f"<!-- begin {name} -->" in text for name in TABLES)
    assert text == guide(language, text), "run: python -m tests.intake.guide"
