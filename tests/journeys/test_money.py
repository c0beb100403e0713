"""The pages of money: accessible and within 390 px, forms and what they answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_fleksjobs_cost(browse: Browse, dark: bool) -> None:
    page = browse(Role.ANALYST, "KK", width=390, dark=dark)
    for address in ("/oekonomi/", "/oekonomi/pulje/", "/oekonomi/budget/", "/notater/skabeloner/", "/notater/skabeloner/annual/da/",
                    "/notater/nyt/monthly/", "/notater/nyt/answer/", "/notater/nyt/proposal/", "/notater/find/"):  # fmt: skip
        page.goto(address)
        fine(page, scripts=True)
    page.goto("/oekonomi/pris/")
    page.get_by_label("Timeløn før pension, kr.").fill("175")
    page.get_by_role("button", name="Regn ud").click()
    page.get_by_role("heading", name="Hvad 1 fleksjob koster om året").wait_for()
    fine(page, scripts=True)


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_the_pool_and_a_budget_from_their_examples(
    browse: Browse, tmp_path: Path, scripts: bool, width: int
) -> None:
    # Given an analyst who has fetched the examples of the files, to see what they hold
    page = browse(Role.ANALYST, "KK", width=width, scripts=scripts)
    page.goto("/oekonomi/")
    page.get_by_role("link", name="Fleksjobpuljen").click()
    wages = fetched(page, "lønsummer", tmp_path)
    applications = fetched(page, "ansøgninger", tmp_path)
    payments = fetched(page, "udbetalinger", tmp_path)

    # When the pool is worked out from them, then account and control list stand there, and can be taken along
    page.get_by_label("Lønsummer").set_input_files(wages)
    page.get_by_label("Udbetalinger").set_input_files(payments)
    page.get_by_role("button", name="Regn ud").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Ansøgninger")).to_be_visible()
    for label, file in {"Lønsummer": wages, "Ansøgninger": applications, "Udbetalinger": payments}.items():
        page.get_by_label(label).first.set_input_files(file)
    page.get_by_role("button", name="Regn ud").click()
    expect(page.locator(".note-in-page table").first).to_be_visible()
    fine(page, scripts)
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som Excel").click()
    assert download.value.suggested_filename == "fleksjobpulje.xlsx"
    page.get_by_role("button", name="Slet nu").click()
    expect(page.get_by_text("Beregningen er slettet.")).to_be_visible()

    # When a budget proposal is reckoned over, then its tables stand there
    page.goto("/oekonomi/budget/")
    proposal = fetched(page, "et forslag", tmp_path)
    beside = fetched(page, "de lønsummer, som det nævner", tmp_path)
    page.get_by_label("Forslaget", exact=True).set_input_files(proposal)
    page.get_by_label("En fil, som forslaget nævner").set_input_files(beside)
    page.get_by_role("button", name="Regn ud").click()
    expect(page.locator(".note-in-page table").first).to_be_visible()
    fine(page, scripts)


def fetched(page: Page, example: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name=example, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file
