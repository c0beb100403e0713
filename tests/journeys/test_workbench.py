"""The analyst tries out how a total can be apportioned, and sees at once who moves and why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine, picture
from tests.web.browsing import Browse

WORKBENCH = "/maaltal/saet/2026-2027/fordeling/"


def opened(browse: Browse, width: int = 1280, *, dark: bool = False, scripts: bool = True) -> Page:
    page = browse(Role.ANALYST, width=width, dark=dark, scripts=scripts)
    page.goto(WORKBENCH)
    page.get_by_label("Gruppe").select_option("fleksjob")
    page.get_by_label("I alt at fordele").fill("1.000")
    return page


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["desk", "phone-dark"])
def test_the_answer_follows_what_is_typed(browse: Browse, width: int, dark: bool) -> None:
    # Given an analyst who wants 1,000 fleksjob
    page = opened(browse, width, dark=dark)
    rows = page.locator("#apportion tbody")
    news = page.locator("#news")
    # Then the answer comes by itself, is told, and stands in the address
    expect(news).to_contain_text(
        "1.000 er fordelt. 7 enheder flytter sig, mest Børne- og Ungdomsforvaltningen (+39)"
    )
    expect(page.get_by_text("Fleksjob: måltallet er nu 900.")).to_be_visible()
    expect(rows.get_by_role("row", name="Kultur- og Fritidsforvaltningen")).to_contain_text(
        "Rundet op: resten 0,67"
    )
    expect(page).to_have_url(re.compile(r"group=fleksjob&total=1\.000"))
    fine(page)

    # When a lock, a least and a most are typed
    lock = page.get_by_label("Beskæftigelses- og Integrationsforvaltningen, låst til")
    lock.press_sequentially("60")
    expect(rows.get_by_role("row", name="Beskæftigelses- og")).to_contain_text(
        "Låst til 60; nøglen alene giver 51,11."
    )
    page.get_by_label("Kultur- og Fritidsforvaltningen, mindst").fill("45")
    page.get_by_label("Børne- og Ungdomsforvaltningen, højst").fill("360")
    # Then each reason stands beside its number, and the focus is where it was
    expect(rows.get_by_role("row", name="Kultur- og")).to_contain_text(
        "Løftet til det mindste, 45; nøglen alene giver 36,67."
    )
    expect(rows.get_by_role("row", name="Børne- og")).to_contain_text(
        "Stoppet ved det højeste, 360; nøglen alene giver 390."
    )
    expect(page.get_by_label("Børne- og Ungdomsforvaltningen, højst")).to_be_focused()
    expect(lock).to_have_value("60")
    picture(page, f"workbench-{width}")
    fine(page)

    # When the method and the key change
    page.get_by_label("Hvem får dem, der er til rest").select_option("webster")
    expect(page.get_by_text("Metode: Sainte-Laguë (Webster).")).to_be_visible()
    page.get_by_label("Fordel efter").select_option("equal")
    # Then what the new key gives is kept as it stands
    expect(rows.get_by_role("row", name="Beskæftigelses- og")).to_contain_text("nøglen alene giver 142,86.")
    page.get_by_role("button", name="Skriv dem i forslaget").click()
    expect(page.get_by_text("Tallene er skrevet i forslaget.")).to_be_visible()
    expect(page.get_by_role("row", name="Kultur- og Fritidsforvaltningen")).to_contain_text("157")


def test_what_cannot_be_is_told_in_place_and_taken_back(browse: Browse) -> None:
    page = opened(browse)
    lock = page.get_by_label("Socialforvaltningen, låst til")
    # When locks are typed that cannot be kept
    page.get_by_label("Børne- og Ungdomsforvaltningen, låst til").fill("700")
    lock.fill("400")
    # Then it is told where the answer was, with the way to each lock, and beside the locks
    told = page.get_by_role("alert")
    expect(told).to_contain_text(
        "Der kræves mindst 1.100 til Børne- og Ungdomsforvaltningen, Socialforvaltningen"
    )
    expect(lock).to_have_attribute("aria-invalid", "true")
    expect(lock).to_have_accessible_description("Fejl: Kan ikke holdes sammen med de andre krav.")
    expect(lock).to_be_focused()
    expect(page.get_by_role("button", name="Skriv dem i forslaget")).to_have_count(0)
    picture(page, "workbench-conflict")
    fine(page)
    told.get_by_role("link", name="Børne- og Ungdomsforvaltningen, låst til").click()
    expect(page.get_by_label("Børne- og Ungdomsforvaltningen, låst til")).to_be_focused()
    # When one is corrected, Then everything is well again
    page.get_by_label("Børne- og Ungdomsforvaltningen, låst til").fill("400x")
    expect(page.get_by_text("Skriv et helt tal").last).to_be_visible()
    page.get_by_label("Børne- og Ungdomsforvaltningen, låst til").fill("400")
    expect(page.get_by_role("row", name="Børne- og")).to_contain_text("Låst til 400")
    expect(told).to_have_count(0)
    expect(lock).not_to_have_attribute("aria-invalid", "true")
    fine(page)


def test_nothing_typed_is_lost_when_no_answer_comes(browse: Browse) -> None:
    page = opened(browse)
    expect(page.get_by_text("Hvem flytter sig")).to_be_visible()
    page.context.clear_cookies()
    page.get_by_label("I alt at fordele").fill("950")
    expect(page.get_by_text("Der kom intet svar.")).to_be_visible()
    expect(page.get_by_label("I alt at fordele")).to_have_value("950")
    expect(page.get_by_text("Hvem flytter sig")).to_be_visible()


def test_without_scripts_the_button_does_it(browse: Browse) -> None:
    page = opened(browse, 390, scripts=False)
    page.get_by_label("Socialforvaltningen, låst til").fill("160")
    page.get_by_role("button", name="Fordel igen").click()
    expect(page.get_by_role("row", name="Socialforvaltningen").get_by_text("Låst til 160;")).to_be_visible()
    expect(page.get_by_label("Socialforvaltningen, låst til")).to_have_value("160")
    fine(page, scripts=False)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["desk", "phone-dark"])
def test_the_remainder_follows_the_break_down(browse: Browse, width: int, dark: bool) -> None:
    # Given a coordinator at the break-down of the administration
    page = browse(Role.COORDINATOR, "KFF", width=width, dark=dark)
    page.goto("/maaltal/saet/2024-2025/nedbrydning/KFF/")
    rest, first = page.get_by_role("row", name="Rest"), page.get_by_label("Fleksjob").first
    expect(rest.get_by_text("ikke fordelt")).to_have_count(2)
    # When numbers and a leader are typed
    first.press_sequentially("34")
    # Then the remainder is there at once, and is told
    expect(rest).to_contain_text("delene er flere end enhedens måltal")
    expect(page.locator("#news")).to_contain_text("Fleksjob: \N{MINUS SIGN}1 delene er flere")
    expect(first).to_be_focused()
    fine(page)
    first.fill("33")
    expect(rest.get_by_text("går op")).to_be_visible()
    vacant = page.get_by_role("row").filter(has_text="ledig post")
    leader = vacant.get_by_label("ansvarlig leder")
    expect(vacant).to_have_count(1)
    leader.fill("Eva Opdigt 010190-1234")
    leader = page.locator("[aria-invalid]")
    expect(leader).to_have_accessible_description(re.compile("ligner et CPR-nummer"))
    picture(page, f"break-down-{width}")
    fine(page)
    leader.fill("Eva Opdigt")
    expect(vacant).to_have_count(0)
    expect(page.get_by_text("ligner et CPR-nummer")).to_have_count(0)
    # And what is saved is what was typed
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Nedbrydningen er gemt.")).to_be_visible()
    expect(page.get_by_label("Fleksjob").first).to_have_value("33")
    expect(page.get_by_label("Prøvecenter KFF 5, ansvarlig leder")).to_have_value("Eva Opdigt")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["desk", "phone-dark"])
def test_several_groups_at_once_follow_what_is_typed(browse: Browse, width: int, dark: bool) -> None:
    page = browse(Role.ANALYST, width=width, dark=dark)
    page.goto("/maaltal/saet/2026-2027/tovejs/")
    # When a total and a lock are typed, Then both ways add up
    page.get_by_label("Fleksjob, i alt").fill("1.000")
    lock = page.get_by_label("Beskæftigelses- og Integrationsforvaltningen, Fleksjob låst til")
    lock.press_sequentially("60")
    expect(page.locator("#answer").get_by_role("row", name="Beskæftigelses- og").first).to_contain_text("60*")
    expect(page.locator("#news")).to_contain_text("2.084 er fordelt")
    expect(lock).to_be_focused()
    fine(page)
    # When it cannot be, Then it is told where the answer was
    lock.fill("1001")
    expect(page.get_by_role("alert")).to_contain_text("kan ikke holde på én gang")
    expect(page.locator("#news")).to_have_text("Ikke regnet ud: der er noget, der skal rettes.")
    picture(page, f"two-way-{width}")
    fine(page)


def test_what_is_typed_while_another_adopts_is_kept_as_an_amendment(browse: Browse) -> None:
    # Given an analyst at the numbers of a proposal, and an administrator who records its adoption meanwhile
    one, two = browse(Role.ANALYST), browse(Role.ADMINISTRATOR, "KK", width=390, dark=True)
    one.goto("/maaltal/saet/2026-2027/ret/")
    one.get_by_label("Socialforvaltningen, Fleksjob").fill("160")
    two.goto("/maaltal/saet/2026-2027/skridt/adopt/")
    two.get_by_label("Hvem besluttede det?").fill("Borgerrepræsentationen")
    two.get_by_label("Hvornår?").fill("2025-12-11")
    two.get_by_role("button", name="Registrér vedtagelse").click()
    expect(two.get_by_text("Det er registreret")).to_be_visible()
    # When it is saved, Then it says what happened, and what was typed stands there
    one.get_by_role("button", name="Gem").click()
    expect(one.get_by_role("alert")).to_contain_text("har imens registreret, at måltallene er vedtaget")
    expect(one.get_by_role("alert")).to_be_focused()
    expect(one.get_by_label("Socialforvaltningen, Fleksjob")).to_have_value("160")
    picture(one, "decided-meanwhile")
    fine(one)
    # And it becomes an amendment to be decided on its own
    one.get_by_role("button", name="Gem som et forslag for sig").click()
    expect(one.get_by_role("link", name="Registrér vedtagelse som ændring")).to_be_visible()
    expect(one.get_by_role("row", name="Socialforvaltningen").get_by_role("cell", name="160")).to_be_visible()
    fine(one)
