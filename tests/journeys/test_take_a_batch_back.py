"""A file was the wrong one: it is taken back, and the figures are without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse


@pytest.mark.usefixtures("own_data")
@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_an_analyst_takes_a_batch_back(browse: Browse, scripts: bool, width: int) -> None:
    # Given an analyst at the files, and the fleksjobs that the payroll of 2024 tells of
    page = browse(Role.ANALYST, width=width, scripts=scripts)
    page.goto("/tal/?periode=2024")
    expect(page.get_by_role("link", name="1.014", exact=True).first).to_be_visible()
    page.goto("/filer/")
    page.get_by_role("row", name="loen-2024.csv").get_by_role("link").first.click()

    # When they take it back, first without saying why
    page.get_by_role("link", name="Tag tilbage").click()
    page.get_by_role("button", name="Tag tilbage").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Begrundelse")).to_be_visible()
    fine(page, scripts)
    page.get_by_label("Begrundelse").fill("Lønudtrækket var fra en prøvekørsel.")
    page.get_by_role("button", name="Tag tilbage").click()

    # Then its page and the history say so
    expect(page.get_by_text("Lønudtrækket var fra en prøvekørsel.")).to_be_visible()
    expect(page.get_by_role("link", name="Tag tilbage")).to_have_count(0)
    fine(page, scripts)
    page.goto("/filer/")
    expect(page.get_by_role("row", name="loen-2024.csv")).to_contain_text("taget tilbage")
    fine(page, scripts)

    # And the figures are without it
    page.goto("/tal/?periode=2024")
    expect(page.get_by_role("link", name="1.014", exact=True)).to_have_count(0)
    fine(page, scripts)
