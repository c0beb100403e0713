"""The guide to apportionment and scenarios shows what the commands print."""

from pathlib import Path

import pytest

from maaltal.core.text import Language
from tests.cli.guide import GUIDES, rewritten


@pytest.mark.parametrize("language", GUIDES)
def test_every_example_prints_what_the_guide_shows(language: Language, loaded: Path, tmp_path: Path) -> None:
    text = GUIDES[language].read_text("utf-8")
    assert text.count("$ maaltal ") == 6
    assert rewritten(text, language, loaded, tmp_path) == text, "run: python -m tests.cli.guide STORE"
