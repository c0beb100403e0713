"""Every form, filled in wrongly: the page begins with what is wrong, each line of it leads to its field, and it is accessible and fits."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from maaltal.web.accounts.actor import Role
from tests.browser import PHONE, fine, wide
from tests.web.browsing import Browse

NOWHERE = "links => links.filter(link => !document.getElementById(link.hash.slice(1))).map(link => link.textContent)"

type Refused = tuple[str, str, dict[str, str]]
"""An address, the button that sends its form, and what is typed into which field before."""

ANALYST: tuple[Refused, ...] = (
    ("/filer/send/", "Send og efterprøv", {}),
    ("/notater/nyt/annual/", "Lav notatet", {"Andre sagsoplysninger": "uden lighedstegn"}),
    ("/notater/nyt/monthly/", "Lav notatet", {}),
    ("/notater/nyt/answer/", "Lav notatet", {"Spørgsmålene": "ingen TOML"}),
    ("/notater/find/", "Find udgaven", {}),
    ("/notater/skabeloner/annual/da/", "Se efter", {"Skabelonens tekst": "Status er {{ "}),
    ("/efterregning/", "Efterregn", {}),
    ("/oekonomi/pris/", "Regn ud", {"Timeløn før pension, kr.": "mange"}),
    ("/oekonomi/pulje/", "Regn ud", {"Pct. af lønsummen": "200"}),
    ("/oekonomi/budget/", "Regn ud", {}),
    ("/maaltal/nyt/", "Lav forslaget", {"Sidste år": "2"}),
    ("/maaltal/saet/2026-2027/ret/", "Gem", {"Socialforvaltningen, Fleksjob": "mange"}),
    ("/maaltal/saet/2026-2027/skridt/recommend/", "Registrér anbefaling", {}),
    ("/maaltal/saet/2026-2027/modeller/", "Sæt side om side", {"Ordinært ansatte": "mange"}),
    ("/tal/KFF-C01/fleksjob/forloeb/", "Vis forløbene", {}),
)
COORDINATOR: tuple[Refused, ...] = (
    ("/maaltal/saet/2024-2025/nedbrydning/KFF/", "Gem", {"Fleksjob": "mange"}),
    ("/register/enhed/KFF/post/leader/", "Gem", {"E-mail": "uden snabela"}),
    ("/register/enhed/KFF/aftale/", "Gem aftalen", {}),
)
ADMINISTRATOR: tuple[Refused, ...] = (
    ("/personer/ny/", "Opret", {"Første adgangskode": "kort"}),
    ("/konto/adgangskode/", "Skift adgangskode", {"Nuværende adgangskode": "en anden"}),
)


def test_each_is_told_where(browse: Browse, own_data: Path) -> None:
    found = []
    for role, unit, forms in (
        (Role.ANALYST, "KK", ANALYST), (Role.COORDINATOR, "KFF", COORDINATOR), (Role.ADMINISTRATOR, "KK", ADMINISTRATOR),
    ):  # fmt: skip
        page = browse(role, unit, username=role.value)
        for address, button, typed in forms:
            page.goto(address)
            found += faults(page, button, typed)
    page = browse(Role.ADMINISTRATOR, username="ada")
    page.goto(f"/personer/{get_user_model().objects.get(username='analyst').pk}/")
    page.get_by_label("Fra og med").fill("")
    found += faults(page, "Giv rollen", {})
    assert found == []


def faults(page: Page, button: str, typed: dict[str, str]) -> list[str]:
    page.locator("main details").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
    for label, words in typed.items():
        page.get_by_label(label).first.fill(words)
    page.get_by_role("button", name=button, exact=True).first.click()
    summary = page.locator("#error-summary")
    expect(summary, page.url).to_be_focused()
    nowhere = summary.locator("a").evaluate_all(NOWHERE)
    assert wide(page) == 0, page.url
    page.set_viewport_size(PHONE)
    fine(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return [f"{page.url}: {words}" for words in nowhere]
