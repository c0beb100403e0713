"""An administrator gives somebody a part of the municipality for a time; that somebody sees it, and no more; the trail tells of both."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from maaltal.web.accounts.actor import Role
from maaltal.web.received import today
from tests.browser import fine
from tests.web.browsing import Browse

FIRST, OWN = "foerste-kodeord-9", "helt-eget-kodeord-9"
DAY = timedelta(days=1)


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_a_role_over_a_part_and_for_a_time(  # noqa: PLR0915 - a journey is long
    browse: Browse, scripts: bool, width: int
) -> None:
    # Given an administrator, and somebody new whose role has ended, and who must choose a password
    now = today()
    desk = browse(Role.ADMINISTRATOR, username="ada", width=width, scripts=scripts)
    desk.goto("/personer/")
    desk.get_by_role("link", name="Ny person").click()
    desk.get_by_label("Navn", exact=True).fill("Mia Opdigt")
    desk.get_by_label("Brugernavn").fill("mia")
    desk.get_by_label("Første adgangskode").fill(FIRST)
    desk.get_by_role("button", name="Opret").click()
    give(desk, "Konsulent", "Prøvecenter KFF 2", now - 9 * DAY, now - 20 * DAY)
    expect(desk.get_by_role("alert")).to_contain_text("Den sidste dag ligger før den første.")
    fine(desk, scripts)
    give(desk, "Konsulent", "Prøvecenter KFF 2", now - 9 * DAY, now - DAY)
    expect(desk.get_by_text("Rollen er givet.")).to_be_visible()
    mia = browse(None, width=width, scripts=scripts, refused=True)
    log_in(mia)
    expect(mia.get_by_role("heading", name="Du har ingen rolle")).to_be_visible()
    fine(mia, scripts)

    # When they get another one that counts today
    give(desk, "Enhedsleder", "Prøvecenter KFF 2", now, now + 30 * DAY)
    expect(desk.get_by_role("row", name="Enhedsleder")).to_contain_text("Prøvecenter KFF 2")
    fine(desk, scripts)

    # Then they see their part of it and no other, and nobody's files
    mia.goto("/")
    mia.get_by_role("link", name="Prøvecenter KFF 2", exact=True).first.click()
    expect(mia.get_by_role("heading", name="Hvad der mangler")).to_be_visible()
    fine(mia, scripts)
    for closed in ("/tal/KFF-C01/", "/filer/", "/personer/", "/sporing/"):
        mia.goto(closed)
        expect(mia.get_by_role("heading", level=1)).to_have_text("Det har du ikke adgang til")
    fine(mia, scripts)

    # And the trail has it: by person, by kind, by time; one person's can be taken out
    desk.get_by_role("link", name="Sporing for denne person").click()
    expect(desk.get_by_role("row", name="Logget ind")).to_have_count(1)
    desk.goto("/sporing/")
    desk.get_by_label("Person", exact=False).first.fill("mia")
    desk.get_by_label("Handling").select_option(label="Rolle givet")
    desk.get_by_role("button", name="Søg").click()
    expect(desk.get_by_role("row", name="Rolle givet")).to_have_count(2)
    fine(desk, scripts)
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Hent som CSV").click()
    rows = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert all("mia" in row for row in rows[1:])
    desk.get_by_label("Fra og med").fill(f"{now + DAY}")
    desk.get_by_role("button", name="Søg").click()
    expect(desk.get_by_role("row", name="Rolle givet")).to_have_count(0)

    # When the administrator ends the role, it is over the day after
    desk.goto("/personer/")
    desk.get_by_role("link", name="Mia Opdigt").click()
    last_day = desk.get_by_label("Sidste dag for Enhedsleder, Prøvecenter KFF 2")
    last_day.fill(f"{now - DAY}")
    desk.get_by_role("row", name="Enhedsleder").get_by_role("button", name="Afslut").click()
    expect(desk.get_by_text("Rollen er afsluttet.")).to_be_visible()
    mia.goto("/")
    expect(mia.get_by_role("heading", name="Du har ingen rolle")).to_be_visible()


def give(page: Page, role: str, unit: str, first: date, last: date) -> None:
    page.get_by_label("Rolle", exact=True).select_option(label=role)
    page.get_by_label("Enhed", exact=True).select_option(label=unit)
    page.get_by_label("Fra og med", exact=True).fill(f"{first}")
    page.get_by_label("Til og med").fill(f"{last}")
    page.get_by_role("button", name="Giv rollen").click()


def log_in(page: Page) -> None:
    """With the first password, which the administrator knows, too: so another is chosen at once."""
    page.goto("/")
    page.get_by_label("Brugernavn").fill("mia")
    page.get_by_label("Adgangskode").fill(FIRST)
    page.get_by_role("button", name="Log ind").click()
    page.get_by_label("Nuværende adgangskode").fill(FIRST)
    page.get_by_label("Ny adgangskode", exact=True).fill(OWN)
    page.get_by_label("Ny adgangskode (igen)").fill(OWN)
    page.get_by_role("button", name="Skift adgangskode").click()
