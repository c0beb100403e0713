"""Somebody drops a finished note in, and goes from each finding to its line and back."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine, violations
from tests.web.browsing import Browse

NOTE = Path(__file__).parents[1] / "audit/data/status_october_2017.txt"


@pytest.mark.parametrize(
    ("scripts", "width", "dark"), [(True, 1280, False), (False, 390, False), (True, 390, True)],
    ids=["desk", "phone-no-scripts", "phone-dark"],
)  # fmt: skip
def test_findings_beside_the_lines(browse: Browse, scripts: bool, width: int, dark: bool) -> None:
    # Given a council member's assistant with a note
    page = browse(Role.READER, "KK", width=width, scripts=scripts, dark=dark)
    page.goto("/efterregning/")
    fine(page, scripts)

    # When they drop it in
    page.get_by_label("Notatet").set_input_files(NOTE)
    page.get_by_role("button", name="Efterregn").click()

    # Then the first finding leads to its line, and the line back to the finding
    expect(page.get_by_text("247 kan ikke passe").first).to_be_visible()
    fine(page, scripts)
    page.get_by_role("link", name="Til linje 175").first.click()
    line = page.locator("tr:target")
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text("247")
    line.get_by_role("link", name="Fund 1", exact=True).click()
    expect(page.locator("article:target")).to_contain_text("247 kan ikke passe")

    # And it can be taken along, and deleted
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som JSON").click()
    assert download.value.suggested_filename == "efterregning.json"
    page.get_by_role("button", name="Slet nu").click()
    expect(page.get_by_text("Efterregningen er slettet.")).to_be_visible()


def test_what_is_no_note_is_told_at_the_field(browse: Browse, tmp_path: Path) -> None:
    (tmp_path / "notat.docx").write_bytes(b"PK\x03\x04")
    page = browse(Role.READER, "KK")
    page.goto("/efterregning/")
    page.get_by_label("Notatet").set_input_files(tmp_path / "notat.docx")
    page.get_by_role("button", name="Efterregn").click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text("beskadiget")
    assert violations(page) == []
