"""A coordinator breaks the administration's targets down on its centres, each with a leader who answers for it."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import violations
from tests.journeys.by_keyboard import write
from tests.web.browsing import Browse

CENTRE = "Prøvecenter KFF 1"


@pytest.mark.parametrize(
    ("scripts", "width"), [(True, 1280), (True, 390), (False, 390)], ids=["desk", "phone", "phone-no-scripts"]
)
def test_a_coordinator_breaks_targets_down(browse: Browse, scripts: bool, width: int) -> None:
    # Given a coordinator of one administration, who sees the way to its break-down and to no other's
    page = browse(Role.COORDINATOR, "KFF", width=width, scripts=scripts)
    page.goto("/maaltal/saet/2024-2025/")
    expect(page.get_by_role("link", name="Ikke brudt ned")).to_have_count(1)
    page.get_by_role("link", name="Ikke brudt ned").click()

    # When a leader is typed and another comes with a spreadsheet's rows, both stand there
    page.get_by_label("ansvarlig leder").first.fill("Eva Opdigt")
    page.get_by_text("Sæt ind fra et regneark (CSV)").click()
    rows = "enhed;fleksjob;leder\nKFF-C02;9;Bo Opdigt\n"
    page.get_by_label("eller en fil").set_input_files(
        {"name": "rows.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.get_by_role("button", name="Udfyld skemaet").click()
    expect(page.get_by_text("Skemaet er udfyldt med 1 række.")).to_be_visible()
    expect(page.get_by_label("ansvarlig leder").first).to_have_value("Eva Opdigt")
    expect(page.get_by_label("ansvarlig leder").nth(1)).to_have_value("Bo Opdigt")

    # When the targets are shared out by equal parts, and one number is changed
    page.get_by_label("Foreslå tal efter").select_option("equal")
    page.get_by_role("button", name="Foreslå").click()
    expect(page.get_by_text("går op", exact=True)).to_have_count(2)
    expect(page.get_by_label("ansvarlig leder").first).to_have_value("Eva Opdigt")
    first = page.get_by_label("Fleksjob").first
    typed = int(first.input_value())
    first.fill(str(typed + 2))
    page.get_by_role("button", name="Regn resten ud").click()
    expect(page.get_by_text("delene er flere end enhedens måltal", exact=True)).to_be_visible()
    page.get_by_label("Fleksjob").first.fill(str(typed - 1))
    page.get_by_role("button", name="Gem").click()

    # Then the rest is a line, the leader stands there, and the set says that it does not add up
    expect(page.get_by_text("Nedbrydningen er gemt.")).to_be_visible()
    expect(page.get_by_text("ikke fordelt", exact=True)).to_be_visible()
    expect(page.get_by_label("ansvarlig leder").first).to_have_value("Eva Opdigt")
    if scripts:
        assert violations(page) == []
    page.goto("/maaltal/saet/2024-2025/")
    expect(page.get_by_role("link", name="Ja, går ikke op")).to_be_visible()


def test_by_keyboard_alone(browse: Browse) -> None:
    page = browse(Role.COORDINATOR, "KFF")
    page.goto("/maaltal/saet/2024-2025/nedbrydning/KFF/")
    write(page, "Fleksjob", "9")
    page.keyboard.press("Tab")
    page.keyboard.type("Eva Opdigt")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nedbrydningen er gemt.")).to_be_visible()
    expect(page.get_by_label("Fleksjob").first).to_have_value("9")
