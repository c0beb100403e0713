"""Somebody asks why a figure is what it is, and finds the definition, the steps, the files and where it lies."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import violations, wide
from tests.journeys.by_keyboard import enter, tab_to
from tests.web.browsing import Browse


@pytest.mark.parametrize(
    ("scripts", "width"), [(True, 1280), (True, 390), (False, 390)], ids=["desk", "phone", "phone-no-scripts"]
)
def test_from_the_overview_to_the_steps(browse: Browse, scripts: bool, width: int) -> None:
    # Given an analyst on the overview, who folds an administration out
    page = browse(Role.ANALYST, "KK", width=width, scripts=scripts)
    page.goto("/tal/?periode=2024")
    page.get_by_role("button", name="Fold Kultur- og Fritidsforvaltningen ud").click()
    expect(page.get_by_role("link", name="Prøvecenter KFF 1", exact=True)).to_be_visible()
    if scripts:
        assert violations(page) == []

    # And the address says so: it is still folded out when the page comes again, as after a look at a centre
    page.reload()
    expect(page.get_by_role("link", name="Prøvecenter KFF 1", exact=True)).to_be_visible()

    # When they follow the administration's 46 full-year persons
    page.locator("#enhed-KFF").get_by_role("link", name="46", exact=True).click()

    # Then they see what is counted, from which files, and, when they ask, each step and its check
    expect(page.get_by_text("16783/366 = 45,86").first).to_be_visible()
    expect(page.get_by_text("placeringer-2024.csv")).to_be_visible()
    page.get_by_role("link", name="Tæl efter, trin for trin").click()
    expect(page.get_by_text("Kontrolleret mod definitionen")).to_be_visible()
    expect(page.get_by_role("cell", name="16.783").first).to_be_visible()
    if scripts:
        assert violations(page) == []


def test_by_keyboard(browse: Browse) -> None:
    # Given a reader on the overview
    page = browse(Role.READER, "KK")
    page.goto("/tal/?periode=2024")
    # When they fold an administration out and in, the focus stays
    tab_to(page, "Fold Kultur- og Fritidsforvaltningen ud")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Fold Kultur- og Fritidsforvaltningen sammen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Fold Kultur- og Fritidsforvaltningen ud")).to_be_focused()
    # And when they have a figure counted, it goes to what was counted
    page.keyboard.press("Tab")
    enter(page, "46")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kultur- og Fritidsforvaltningen")
    tab_to(page, "Tæl efter, trin for trin")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kontrolleret mod definitionen")).to_be_visible()
    expect(page.locator("#trin")).to_be_focused()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_are_accessible_and_fit(browse: Browse, dark: bool) -> None:
    page = browse(Role.ANALYST, "KK", width=390, dark=dark)
    for address in (
        "/tal/",
        "/tal/KFF-C01/",
        "/tal/KK/combined/",
        "/tal/KFF-C01/fleksjob/forloeb/",
        "/tal/?periode=2019",
    ):
        page.goto(address)
        assert violations(page) == [], address
        assert wide(page) == 0, address
