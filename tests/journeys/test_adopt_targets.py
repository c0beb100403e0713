"""The council has decided: the analyst records the way there, and the year has its targets."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import violations
from tests.web.browsing import Browse


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_an_analyst_takes_a_proposal_to_its_adoption(browse: Browse, scripts: bool, width: int) -> None:
    # Given the proposal for 2026 and 2027, found from the menu
    page = browse(Role.ANALYST, width=width, scripts=scripts)
    page.goto("/maaltal/")
    page.get_by_role("link", name="Forslag til måltal 2026 og 2027").first.click()
    expect(page.get_by_text("Der er ikke vedtaget måltal for året.")).to_have_count(2)

    # When the committee's recommendation and the council's adoption are recorded
    page.get_by_role("link", name="Registrér anbefaling").click()
    page.get_by_label("Hvem besluttede det?").fill("Beskæftigelses- og Integrationsudvalget")
    page.get_by_label("Hvornår?").fill("2025-11-10")
    page.get_by_role("button", name="Registrér anbefaling").click()
    page.get_by_role("link", name="Registrér vedtagelse").click()
    page.get_by_role("button", name="Registrér vedtagelse").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Hvornår?")).to_be_visible()
    if scripts:
        assert violations(page) == []
    page.get_by_label("Hvem besluttede det?").fill("Borgerrepræsentationen")
    page.get_by_label("Hvornår?").fill("2025-12-11")
    page.get_by_label("Sagsnummer").fill("2025-0123456")
    page.get_by_role("button", name="Registrér vedtagelse").click()

    # Then they are in force from New Year, both steps are there to be seen, and the numbers cannot be edited
    expect(
        page.get_by_text("1. januar 2026 til 31. december 2026: Forslag til måltal 2026 og 2027")
    ).to_be_visible()
    expect(page.get_by_role("row", name="Anbefaling registreret")).to_have_count(1)
    expect(page.get_by_role("row", name="2025-0123456")).to_have_count(1)
    expect(page.get_by_role("row", name="2025-0123456")).to_contain_text("analyst-kk Opdigt")
    expect(page.get_by_role("link", name="Ret tal og tekst")).to_have_count(0)
    if scripts:
        assert violations(page) == []
    page.goto("/maaltal/")
    expect(page.get_by_role("region", name="Måltal for 2026").get_by_text("vedtaget")).to_be_visible()


def test_two_analysts_at_the_same_proposal(browse: Browse) -> None:
    # Given two who have opened the same proposal
    one, two = browse(Role.ANALYST), browse(Role.ANALYST, "KK", username="to")
    for page in (one, two):
        page.goto("/maaltal/saet/2026-2027/ret/")
    # When both change it
    one.get_by_label("Socialforvaltningen, Fleksjob").fill("160")
    one.get_by_role("button", name="Gem").click()
    expect(one.get_by_role("row", name="Socialforvaltningen")).to_contain_text("160")
    two.get_by_label("Socialforvaltningen, Fleksjob").fill("150")
    two.get_by_label("Økonomiforvaltningen, Fleksjob").fill("76")
    two.get_by_role("button", name="Gem").click()
    # Then the later one is told, sees both numbers, and saves what was typed
    expect(two.locator("#conflict")).to_be_focused()
    expect(two.locator("#conflict")).to_contain_text("analyst-kk Opdigt har gemt ændringer")
    expect(two.get_by_text("En anden har gemt 160; her står det, du skrev")).to_be_visible()
    assert violations(two) == []
    expect(two.get_by_label("Socialforvaltningen, Fleksjob")).to_have_value("150")
    two.get_by_role("button", name="Gem").click()
    expect(two.get_by_role("row", name="Økonomiforvaltningen").get_by_role("cell", name="76")).to_be_visible()


def test_what_was_measured_is_a_key(browse: Browse) -> None:
    # Given an analyst who shares out 1,000 fleksjob by what was measured last
    page = browse(Role.ANALYST)
    page.goto("/maaltal/saet/2026-2027/fordeling/")
    page.get_by_label("Gruppe").select_option("fleksjob")
    page.get_by_label("I alt at fordele").fill("1.000")
    page.get_by_label("Fordel efter").select_option("measured")
    page.get_by_role("button", name="Fordel", exact=True).click()
    # Then the key is the printed status of 2024, and what comes out is kept as a proposal
    expect(page.get_by_text("Nøglen er målingen for 2024.")).to_be_visible()
    expect(page.get_by_role("row", name="Beskæftigelses- og Integrationsforvaltningen 87")).to_have_count(1)
    assert violations(page) == []
    page.get_by_role("button", name="Gem som et nyt forslag").click()
    expect(page.get_by_text("Tallene er gemt som forslag.")).to_be_visible()
