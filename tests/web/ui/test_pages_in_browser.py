"""The frame and the components in a real browser: accessible, within 390 px, dark, and without scripts."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import picture, violations, wide
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
    page.wait_for_url("**/sporing/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".log-off").click()
    page.wait_for_url("**/login/")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_list_to_choose_from_shows_that_it_is_one(browse: Browse, dark: bool) -> None:
    page = browse(Role.ADMINISTRATOR, dark=dark)
    page.goto("/sporing/")
    asked = "at => getComputedStyle(document.querySelector(at)).{}"
    assert page.evaluate(asked.format("backgroundImage"), "select.form-select") != "none"
    fields = [
        page.evaluate(asked.format("backgroundColor"), at)
        for at in ("select.form-select", "input.form-input")
    ]
    assert fields[0] == fields[1]
