"""A test that looks at a page waits for what it looks for: a page that is just coming shows nothing yet, and a slow machine would
make the test fail."""

import re

import pytest

from tests.house import ROOT

AT_ONCE = re.compile(
    r"assert .*(\.is_(visible|hidden|checked|enabled|disabled)\(\)|\.(count|input_value|inner_text|text_content)\(\)|page\.url\b(?!$))",
    re.MULTILINE,
)
IN_A_BROWSER = [
    *(ROOT / "tests/journeys").glob("test_*.py"),
    *(ROOT / "tests/web").rglob("test_*in_browser.py"),
]


def at_once(text: str) -> list[str]:
    return [found[0] for found in AT_ONCE.finditer(text)]


@pytest.mark.parametrize("path", IN_A_BROWSER, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_expects(path) -> None:
    assert at_once(path.read_text("utf-8")) == []


def test_looking_at_once_is_found() -> None:
    assert at_once('    assert page.get_by_text("Gemt").is_visible()')
    assert at_once('    assert "/login/" in page.url.lower()')
    assert not at_once('    expect(page.get_by_text("Gemt")).to_be_visible()')
    assert not at_once("    assert violations(page) == [], page.url")
