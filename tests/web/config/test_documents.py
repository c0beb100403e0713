"""The table of settings in docs/web.md and docs/web.en.md is the one that the program reads. To write it: run this file."""

import re
from pathlib import Path
from typing import get_args

import pytest

from maaltal.core.text import Language
from maaltal.web.config.environment import VARIABLES

DOCS = Path(__file__).parents[3] / "docs"
FILES: dict[Language, Path] = {"da": DOCS / "web.md", "en": DOCS / "web.en.md"}
PLACE = re.compile(r"(<!-- settings: .*? -->\n).*?(\n<!-- end -->)", re.DOTALL)
HEAD = {
    "da": "| Variabel | Uden den | Hvad den er |\n|---|---|---|",
    "en": "| Variable | Without it | What it is |\n|---|---|---|",
}


def table(language: Language) -> str:
    rows = [
        f"| `{v.name}` | {f'`{v.default}`' if v.default else ''} | {v.about.get(language)} |"
        for v in VARIABLES
    ]
    return "\n".join([HEAD[language], *rows])


def renewed(language: Language) -> str:
    text = FILES[language].read_text("utf-8")
    return PLACE.sub(lambda found: found[1] + table(language) + found[2], text)


@pytest.mark.parametrize("language", get_args(Language.__value__))
def test_every_setting_is_documented(language: Language) -> None:
    assert FILES[language].read_text("utf-8") == renewed(language), (
        "run: python -m tests.web.config.test_documents"
    )


if __name__ == "__main__":
    for each, file in FILES.items():
        file.write_text(renewed(each), "utf-8")
