"""An analyst makes the yearly note, reads it, takes it along, says who got it, and sees that it still holds."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse


@pytest.mark.usefixtures("own_data")
@pytest.mark.parametrize(
    ("scripts", "width", "dark"), [(True, 1280, False), (False, 390, False), (True, 390, True)],
    ids=["desk", "phone-no-scripts", "phone-dark"],
)  # fmt: skip
def test_the_yearly_note(browse: Browse, scripts: bool, width: int, dark: bool) -> None:
    # Given an analyst who is to write the yearly note of 2024
    page = browse(Role.ANALYST, "KK", width=width, scripts=scripts, dark=dark)
    page.goto("/notater/")
    fine(page, scripts)
    page.get_by_role("link", name="Årsstatus").click()
    expect(page.get_by_label("Sagsnummer")).to_be_visible()
    fine(page, scripts)

    # When they give the case number and ask for it in Word alone
    page.get_by_label("Sagsnummer").fill("2025-2413")
    for form in ("PDF", "Excel"):
        page.get_by_label(form).uncheck()
    page.get_by_role("button", name="Lav notatet").click()

    # Then it is made, re-checked, and stands on the page
    expect(page.get_by_text("Notatet er lavet og efterregnet.")).to_be_visible()
    expect(page.get_by_role("heading", name="Årsstatus for de særlige jobordninger", level=1)).to_be_visible()
    expect(page.get_by_text("2025-2413").last).to_be_visible()
    fine(page, scripts)

    # And they take it along, and note that the committee got it
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som Word").click()
    assert download.value.suggested_filename == "aarsstatus-2024.docx"
    page.get_by_text("Hvem har fået det").first.click()
    page.get_by_label("Modtager").fill("Beskæftigelses- og Integrationsudvalget")
    page.get_by_role("button", name="Notér", exact=True).click()
    expect(page.get_by_text("Det er noteret, hvem der har fået notatet.")).to_be_visible()
    page.get_by_text("Hvem har fået det").first.click()
    expect(page.get_by_role("rowheader", name="Beskæftigelses- og Integrationsudvalget")).to_be_visible()
    expect(page.get_by_role("cell", name="hentet")).to_be_visible()

    # And every figure still follows from the data
    page.get_by_role("link", name="Holder tallene stadig?").click()
    expect(page.get_by_text("alle tal er de samme på data som kendt dengang og nu")).to_be_visible()
    fine(page, scripts)
