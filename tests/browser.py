"""A real browser, and axe in it: fixtures for tests of pages."""

import os
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

AXE = Path(__file__).parent / "axe" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60_000
"""Milliseconds that a page may take on a machine that has other work, too."""
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, started once."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    assert program, "no Chromium: sh tools/debian.sh chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@cache
def _axe() -> str:
    return AXE.read_text("utf-8")


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe has against the page as it looks now: rule and place; all rules, or these. Runs under the strictest
    content policy, too."""
    page.wait_for_load_state()
    page.evaluate(_axe())
    asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate("asked => axe.run({runOnly: asked})", asked)["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def wide(page: Page) -> int:
    """How many pixels the page is wider than the window. A page that is just coming has no width yet."""
    page.wait_for_load_state()
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


def fine(page: Page, scripts: bool = True) -> None:
    """The page fits the window, and axe has nothing against it. Axe is a script itself."""
    assert wide(page) == 0, page.url
    if scripts:
        assert violations(page) == [], page.url


def picture(page: Page, name: str) -> None:
    """Kept when somebody wants to look: MAALTAL_PICTURES names the folder."""
    if folder := os.environ.get("MAALTAL_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
