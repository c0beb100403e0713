"""The council changes targets in mid-year: both sets are kept, and each figure is held against the one in force."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse

BEFORE, AFTER = "Måltal 2024 og 2025", "Måltal efter budgetaftalen"
ADMINISTRATION = "Kultur- og Fritidsforvaltningen"


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_both_are_kept_and_figures_follow_the_one_in_force(  # noqa: PLR0915 - a journey is long
    browse: Browse, scripts: bool, width: int
) -> None:
    # Given an analyst at the targets that are in force
    page = browse(Role.ANALYST, width=width, scripts=scripts)
    page.goto("/maaltal/saet/2024-2025/")
    page.get_by_role("link", name="Lav en ændring midt i året").click()

    # When the change is written, and then adopted, first without the day from which it is in force
    page.get_by_label("Første år").fill("2024")
    page.get_by_label("Sidste år").fill("2025")
    page.get_by_label("Betegnelse på dansk").fill(AFTER)
    page.get_by_role("button", name="Lav forslaget").click()
    page.get_by_label(f"{ADMINISTRATION}, Fleksjob").fill("40")
    page.get_by_label("Københavns Kommune, Fleksjob").fill("907")
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("#messages")).to_have_text("Måltallene er gemt.")
    expect(page.get_by_role("row", name=ADMINISTRATION)).to_contain_text("+7")
    assert_target(page, "2024", "33")
    page.goto(f"/maaltal/saet/{AFTER.lower().replace(' ', '-')}/")
    page.get_by_role("link", name="Registrér vedtagelse som ændring").click()
    page.get_by_label("Hvem besluttede det?").fill("Borgerrepræsentationen")
    page.get_by_label("Hvornår?").fill("2024-06-20")
    page.get_by_role("button", name="Registrér vedtagelse som ændring").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Gælder fra")).to_be_visible()
    fine(page, scripts)
    page.get_by_label("Gælder fra").fill("2024-07-01")
    page.get_by_role("button", name="Registrér vedtagelse som ændring").click()

    # Then the year has both, each in its time
    expect(page.get_by_text(f"1. januar 2024 til 30. juni 2024: {BEFORE}")).to_be_visible()
    expect(page.get_by_text(f"1. juli 2024 til 31. december 2024: {AFTER}")).to_be_visible()
    fine(page, scripts)
    page.get_by_role("link", name=BEFORE).first.click()
    expect(page.get_by_role("row", name=ADMINISTRATION)).to_contain_text("33")

    # And a period is measured against what is in force on its last day; the other can be asked for
    assert_target(page, "2024-06", "33")
    assert_target(page, "2024-07", "40")
    assert_target(page, "2024", "40")
    page.goto("/tal/KFF/fleksjob/?periode=2024")
    expect(page.get_by_text(AFTER).first).to_be_visible()
    fine(page, scripts)
    page.goto("/tal/KFF/?periode=2024")
    page.get_by_label("Måltal", exact=True).select_option(label=BEFORE)
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(chart(page)).to_contain_text("33")


def assert_target(page: Page, period: str, number: str) -> None:
    page.goto(f"/tal/KFF/?periode={period}")
    expect(chart(page)).to_contain_text(number)
    page.goto(f"/tal/?periode={period}")
    expect(page.locator("#enhed-KFF")).to_contain_text(number)


def chart(page: Page) -> Locator:
    return page.get_by_role("table", name="Fleksjob", exact=True).first
