"""The main tasks with the keyboard alone: nothing is clicked, and nothing gets the focus but by Tab or by the page itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from maaltal.web.process.worker import work_off
from tests.journeys.by_keyboard import choose_file, enter, tab_to, write, write_day
from tests.journeys.test_audit_a_note import NOTE
from tests.journeys.test_load_a_file import BAD_DATE, GOOD_DATE
from tests.web.browsing import Browse
from tests.web.process.made import NAME


def test_a_file_is_sent_read_and_loaded(
    browse: Browse, own_data: Path, settings: Any, tmp_path: Path
) -> None:
    # Given an analyst with an extract that has a date that is none
    settings.MAALTAL_MODE = "demo"  # its key is that of the made-up persons
    content = (own_data / "udtraek" / NAME).read_text("utf-8-sig").replace(GOOD_DATE, BAD_DATE, 1)
    (tmp_path / NAME).write_text(content, "utf-8")
    page = browse(Role.ANALYST)
    page.goto("/filer/")

    # When they forget to choose it, they are told at the top, and led to the field
    enter(page, "Send filer")
    enter(page, "Send og efterprøv")
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Filer")).to_be_focused()

    # When they choose it, and stand at the link while it is checked
    page.keyboard.press("Shift+Tab")
    choose_file(page, "Filer", tmp_path / NAME)
    enter(page, "Send og efterprøv")
    expect(page.locator("progress")).to_be_visible()
    tab_to(page, "Se, hvor langt det er")
    with page.expect_response("**/indsendt/**"):
        pass  # the page asks by itself how far it is
    expect(page.get_by_role("link", name="Se, hvor langt det er")).to_be_focused()
    work_off()

    # Then the focus is at what has come instead, the findings can be unfolded, and the rest is loaded
    expect(page.get_by_role("status")).to_have_text("efterprøvet")
    expect(page.locator("#upload")).to_be_focused()
    enter(page, "Indlæs resten")
    expect(page.locator("progress")).to_be_visible()
    work_off()
    expect(page.get_by_text("det, der blev sendt, er slettet")).to_be_visible()


def test_a_note_is_made(browse: Browse, own_data: Path) -> None:
    page = browse(Role.ANALYST)
    page.goto("/notater/")
    enter(page, "Årsstatus")
    write(page, "Sagsnummer", "2025-2413")
    for form in ("PDF", "Excel"):
        tab_to(page, form)
        page.keyboard.press("Space")
    enter(page, "Lav notatet")
    expect(page.get_by_text("Notatet er lavet og efterregnet.")).to_be_visible()
    expect(page.locator("#messages")).to_be_focused()
    with page.expect_download() as download:
        tab_to(page, "Hent som Word")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "aarsstatus-2024.docx"


def test_a_note_is_audited(browse: Browse) -> None:
    page = browse(Role.READER)
    page.goto("/efterregning/")
    choose_file(page, "Notatet", NOTE)
    enter(page, "Efterregn")
    enter(page, "Til linje 175")
    page.keyboard.press("Tab")
    expect(page.locator("tr:target a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article:target")).to_contain_text("247 kan ikke passe")
    enter(page, "Slet nu")
    expect(page.get_by_text("Efterregningen er slettet.")).to_be_visible()


def test_targets_are_recommended_and_adopted(browse: Browse) -> None:
    # Given an analyst with the proposal before them
    page = browse(Role.ANALYST)
    page.goto("/maaltal/saet/2026-2027/")

    # When the committee's recommendation is recorded, and the council's adoption, first without a day
    enter(page, "Registrér anbefaling")
    write(page, "Hvem besluttede det?", "Beskæftigelses- og Integrationsudvalget")
    write_day(page, "Hvornår?", date(2025, 11, 10))
    enter(page, "Registrér anbefaling")
    enter(page, "Registrér vedtagelse")
    write(page, "Hvem besluttede det?", "Borgerrepræsentationen")
    enter(page, "Registrér vedtagelse")
    expect(page.locator("#error-summary")).to_be_focused()
    enter(page, "Hvornår?: Dette felt er påkrævet.")
    expect(page.get_by_label("Hvornår?")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    write_day(page, "Hvornår?", date(2025, 12, 11))
    enter(page, "Registrér vedtagelse")

    # Then they are in force, and the focus is at the page's word about it
    expect(
        page.get_by_text("1. januar 2026 til 31. december 2026: Forslag til måltal 2026 og 2027")
    ).to_be_visible()
