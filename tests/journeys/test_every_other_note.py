"""The notes that are not the yearly one: made from a form each, looked at, and taken along."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse


def part_year(page: Page) -> None:
    page.get_by_label("Måneder").fill("2024-01..2024-10")


def monthly(page: Page) -> None:
    page.get_by_label("Måned", exact=True).select_option(label="november 2024")
    page.get_by_label("Kultur- og Fritidsforvaltningen").check()


def proposal(page: Page) -> None:
    page.get_by_label("Modeller (frivilligt)").fill("Model 1=raise:fleksjob:100")


def answer(page: Page) -> None:
    question = page.get_by_label("Spørgsmålene")
    question.fill(
        question.input_value().replace("Skriv svaret her.", "Der er sat måltal for hver forvaltning.")
    )


NOTES = {
    "Status for en del af året": (
        part_year,
        "januar til og med oktober 2024",
        "delaarsstatus-2024-01-til-2024-10.docx",
    ),
    "Månedsstatus": (monthly, "november 2024", "maanedsstatus-KFF-2024-11.docx"),
    "Måltalsforslag": (proposal, "opjusteres fra 900 til 1.000", "maaltalsforslag-2027.docx"),
    "Svar til et medlem": (answer, "Der er sat måltal for hver forvaltning.", "svar-2024-12.docx"),
}
LIKE_THE_YEARLY = "Status for en del af året"
"""It is as long as the yearly note, and made of the same parts."""
WRONG = {
    "Status for en del af året": "Måneder",
    "Månedsstatus": "Forvaltninger",
    "Måltalsforslag": "Modeller",
    "Svar til et medlem": "",
}


@pytest.mark.usefixtures("own_data")
@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_each_kind_is_made_looked_at_and_fetched(browse: Browse, scripts: bool, width: int) -> None:
    # Given an analyst at the notes
    page = browse(Role.ANALYST, width=width, scripts=scripts)
    for kind, (fill, words, file) in NOTES.items():
        page.goto("/notater/")
        page.get_by_role("link", name=kind, exact=True).click()

        # When they forget what the kind is about, they are told; when they say it, the note is made
        if lacking := WRONG[kind]:
            page.get_by_role("button", name="Lav notatet").click()
            expect(page.get_by_role("alert").get_by_role("link", name=lacking)).to_be_visible()
        for form in ("PDF", "Excel"):
            page.get_by_label(form).uncheck()
        fill(page)
        page.get_by_role("button", name="Lav notatet").click()

        # Then it stands there, and can be taken along
        expect(page.get_by_text("Notatet er lavet og efterregnet.")).to_be_visible()
        expect(page.locator(".note-in-page")).to_contain_text(words)
        fine(page, scripts and kind != LIKE_THE_YEARLY)
        with page.expect_download() as download:
            page.get_by_role("link", name="Hent som Word").click()
        assert download.value.suggested_filename == file
