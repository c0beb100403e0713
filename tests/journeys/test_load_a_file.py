"""An analyst loads a file with errors in it, and corrects them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from maaltal.web.accounts.actor import Role
from maaltal.web.process.worker import work_off
from maaltal.web.received import store
from tests.browser import PHONE, fine, picture
from tests.web.browsing import Browse
from tests.web.process.made import NAME

DESK: ViewportSize = {"width": 1280, "height": 900}
GOOD_DATE, BAD_DATE = ";01-01-2024;01-03-2024;25,5", ";01-01-2024;31-02-2024;25,5"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_analyst_loads_a_file_with_errors_and_corrects_them(  # noqa: PLR0915 - a journey is long
    browse: Browse, own_data: Path, settings, tmp_path: Path, *, scripts: bool
) -> None:
    settings.MAALTAL_MODE = "demo"  # its key is that of the made-up persons
    before = len(store().batches())
    page = browse(Role.ANALYST, "KK", scripts=scripts, width=DESK["width"] if scripts else PHONE["width"])

    # Given an extract with a date that is none
    content = (own_data / "udtraek" / NAME).read_text("utf-8-sig")
    assert GOOD_DATE in content
    page.goto("/filer/")
    page.get_by_role("link", name="Send filer").click()
    look(page, "send", scripts=scripts)
    send(page, tmp_path / NAME, content.replace(GOOD_DATE, BAD_DATE, 1))

    # When it is checked
    expect(page.get_by_text("Venter på at komme til")).to_be_visible()
    look(page, "progress", scripts=scripts)
    worked(page, scripts=scripts)

    # Then the error is told with its row, and what the figures become; nothing is loaded
    row = page.get_by_role("row").filter(has_text="'31-02-2024' er ingen dato").first
    expect(row).to_be_visible()
    expect(page.get_by_role("heading", name="rækker afvises")).to_be_visible()
    expect(page.get_by_role("table", name="Virkning på status for 2024")).to_be_visible()
    look(page, "checked", scripts=scripts)
    assert len(store().batches()) == before

    # When the rest is loaded, and the rejected rows are mended and sent
    page.get_by_role("button", name="Indlæs resten").click()
    worked(page, scripts=scripts)
    page.get_by_role("link", name="-placements").click()
    look(page, "batch", scripts=scripts)
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent de afviste rækker").click()
    rejected = Path(download.value.path()).read_text("utf-8-sig")
    page.get_by_role("link", name="Send rettede rækker").click()
    send(page, tmp_path / "afviste.csv", rejected.replace("31-02-2024", "01-03-2024"))
    worked(page, scripts=scripts)
    expect(page.get_by_text("'31-02-2024' er ingen dato")).to_have_count(0)
    page.get_by_role("button", name="Indlæs").click()
    worked(page, scripts=scripts)

    # Then the mended rows count, and no other is lost
    expect(page.get_by_text("det, der blev sendt, er slettet")).to_be_visible()
    look(page, "loaded", scripts=scripts)
    first, second = store().batches()[before:]
    assert second.corrects == first.id
    assert second.accepted - first.accepted == first.rejected - second.rejected > 0


def send(page: Page, file: Path, content: str) -> None:
    file.write_text(content, "utf-8")
    page.get_by_label("Filer").set_input_files(file)
    page.get_by_role("button", name="Send og efterprøv").click()


def worked(page: Page, *, scripts: bool) -> None:
    """The worker did it: the page shows it by itself, or when it is asked again."""
    work_off()
    if not scripts:
        page.get_by_role("link", name="Se, hvor langt det er").click()
    expect(page.locator("progress")).to_have_count(0)


def look(page: Page, name: str, *, scripts: bool) -> None:
    picture(page, f"process-{name}{'' if scripts else '-phone'}")
    fine(page, scripts)
    if scripts:
        page.set_viewport_size(PHONE)
        fine(page)
        page.set_viewport_size(DESK)
