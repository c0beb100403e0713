"""A coordinator looks for vacant posts, and fills one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse

POST = "Fleksjobkonsulent"


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_a_fleksjobkonsulent_is_appointed(browse: Browse, scripts: bool, width: int) -> None:
    # Given a coordinator whose administration has no fleksjobkonsulent
    page = browse(Role.COORDINATOR, "KFF", width=width, scripts=scripts)
    page.goto("/register/")
    page.get_by_role("link", name="Ledige poster", exact=True).click()
    vacant = page.get_by_role("row", name=f"Kultur- og Fritidsforvaltningen KFF {POST}")
    vacant.get_by_role("link").click()
    expect(page.get_by_role("listitem").filter(has_text=f"{POST}:")).to_contain_text("ledig")

    # When they write who it is, first with half an address
    page.get_by_role("link", name="Ret fleksjobkonsulent").click()
    page.get_by_label("Navn").fill("Fie Opdigt")
    page.get_by_label("E-mail").fill("fie")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("alert").get_by_role("link", name="E-mail")).to_be_visible()
    fine(page, scripts)
    page.get_by_label("E-mail").fill("fie@eksempel.dk")
    page.get_by_role("button", name="Gem").click()

    # Then the post is filled on the page of the unit, and among the vacant ones no longer
    expect(page.get_by_role("listitem").filter(has_text=f"{POST}:")).to_contain_text("Fie Opdigt")
    fine(page, scripts)
    page.goto("/register/ledige/")
    expect(
        page.get_by_role("row", name="Kultur- og Fritidsforvaltningen KFF Ansvarlig leder")
    ).to_be_visible()
    expect(vacant).to_have_count(0)

    # And another administration's posts are not theirs to fill
    page.goto("/register/enhed/SUF/")
    expect(page.get_by_role("listitem").filter(has_text=f"{POST}:")).to_contain_text("ledig")
    expect(page.get_by_role("link", name="Ret fleksjobkonsulent")).to_have_count(0)
