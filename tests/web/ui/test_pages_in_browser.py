"""The frame and the components in a real browser: accessible, within 390 px, dark, and without scripts."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from maaltal.web.accounts.actor import Role
from tests.browser import violations
from tests.web.browsing import Browse

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "/login/",
    "/ui/gallery/",
    "/personer/",
    "/personer/ny/",
    "/sporing/",
    "/sporing/opslag/",
    "/konto/",
    "/konto/adgangskode/",
)


def wide(page: Page) -> int:
    """How many pixels the page is wider than the window. A page that is just coming has no width yet."""
    page.wait_for_load_state()
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_are_accessible_and_fit(browse: Browse, width: int, dark: bool) -> None:
    public, inside = browse(None, width=width, dark=dark), browse(Role.ADMINISTRATOR, width=width, dark=dark)
    for address in PAGES:
        page = public if address == "/login/" else inside
        page.goto(address)
        picture(page, f"{address.strip('/').replace('/', '-')}-{width}{'-dark' if dark else ''}")
        assert violations(page) == [], address
        assert wide(page) == 0, address


def test_logging_in_and_out_without_scripts(browse: Browse, make_user) -> None:
    make_user(Role.ADMINISTRATOR, username="chef")
    page = browse(None, scripts=False)
    page.goto("/sporing/")
    page.get_by_label("Brugernavn").fill("chef")
    page.get_by_label("Adgangskode").fill("opdigtet-kode-14")
    page.get_by_role("button", name="Log ind").click()
    assert page.url.endswith("/sporing/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".log-off").click()
    assert page.url.endswith("/login/")


def picture(page: Page, name: str) -> None:
    """Kept when somebody wants to look: MAALTAL_PICTURES names the folder."""
    if folder := os.environ.get("MAALTAL_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
