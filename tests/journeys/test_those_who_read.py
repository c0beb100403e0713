"""Those who answer for a part, those who find places, and those who read: each finds what they came for."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from maaltal.core.periods import year
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way
from maaltal.web.accounts.actor import Role
from maaltal.web.received import path, today
from maaltal.web.reports.actions.handing import share_edition
from maaltal.web.reports.actions.publishing import publish_note
from maaltal.web.reports.queries.grounds import standing_on
from maaltal.web.targets.actions.break_down import Part, break_down
from maaltal.web.targets.models import TargetSet
from tests.browser import fine
from tests.web.browsing import Browse
from tests.web.fixtures import as_actor
from tests.web.texts import apps, po_file

WAYS = pytest.mark.parametrize(
    ("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"]
)


def broken_down() -> None:
    """One centre of KFF has a target of 20 fleksjobs, where 12 are."""
    parts = [Part("KFF-C02", {"fleksjob": 20}, "Lis Opdigt", "centerleder")]
    break_down(
        by=as_actor(Role.COORDINATOR, "KFF"), day=today(), path=path("KFF", today()),
        target_set=TargetSet.objects.get(name="2024-2025"), version=0, parts=parts,
    )  # fmt: skip


@WAYS
def test_a_unit_leader_sees_their_own_and_what_is_missing(browse: Browse, scripts: bool, width: int) -> None:
    # Given a leader of a centre with a target of its own
    page = browse(Role.UNIT_LEADER, "KFF-C02", width=width, scripts=scripts)
    broken_down()

    # When they come in and follow their own part
    page.goto("/")
    page.get_by_role("link", name="Prøvecenter KFF 2", exact=True).first.click()

    # Then they see target, status, what is missing, and who is responsible; small counts, too, as they know them
    expect(page.get_by_role("table", name="Fleksjob", exact=True).first).to_contain_text("20")
    missing = page.get_by_role("table", name="Pladser, der mangler i at nå måltallet")
    expect(missing.get_by_role("row", name="Prøvecenter KFF 2 Fleksjob 12 20 8")).to_be_visible()
    expect(page.locator("#enheder")).not_to_contain_text("skjult")
    fine(page, scripts)

    # And the administration's page has the small counts of no other
    page.goto("/tal/KFF/fleksjob/?periode=2024")
    for other in ("Prøvecenter KFF 1", "Prøvecenter KFF 5", "Prøveidrætsanlæg 1", "Prøvekulturhus 2"):
        expect(page.get_by_role("row", name=other)).to_have_count(0)
    fine(page, scripts)


@WAYS
def test_a_consultant_finds_where_places_are_missing(browse: Browse, scripts: bool, width: int) -> None:
    # Given a consultant of one administration
    page = browse(Role.CONSULTANT, "BUF", width=width, scripts=scripts)

    # When they follow what is missing from the overview
    page.goto("/tal/?periode=2024")
    gaps = page.get_by_role("table", name="Hvor der mangler flest pladser")
    expect(gaps.get_by_role("row").nth(1)).to_contain_text("Børne- og Ungdomsforvaltningen")
    gaps.get_by_role("link", name="Børne- og Ungdomsforvaltningen").first.click()

    # Then they see how many places, of which kind, and whom to speak to
    missing = page.get_by_role("table", name="Pladser, der mangler i at nå måltallet")
    expect(missing.get_by_role("row", name="Fleksjob 274 376 102")).to_be_visible()
    fine(page, scripts)
    page.get_by_role("link", name="Leder, kontaktpersoner og aftaler").click()
    expect(page.get_by_role("heading", name="Leder og kontaktpersoner")).to_be_visible()


def a_note_for_readers() -> None:
    """The yearly note, its small counts hidden, shared."""
    by, place = as_actor(Role.ANALYST), path("KK", today())
    asked = Asked("annual", year(2024), day=date(2025, 2, 1), hiding=Hiding(5))
    edition, _new = publish_note(
        by=by, path=place, day=today(), made=make(standing_on(), asked, "da"), way=Way(Path(), ("html", "docx")), small=False,
    )  # fmt: skip
    share_edition(by=by, edition=edition, path=place, day=today())


@pytest.mark.usefixtures("own_data")
@WAYS
def test_a_council_member_reads_and_asks_why(browse: Browse, scripts: bool, width: int) -> None:
    # Given somebody who reads, and a note that was shared
    page = browse(Role.READER, width=width, scripts=scripts)
    a_note_for_readers()

    # When they ask of the overview's figure where it comes from
    page.goto("/tal/?periode=2024")
    page.get_by_role("link", name="1.014", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fleksjob – Københavns Kommune, 2024")
    expect(page.get_by_role("row", name="Definition")).to_contain_text("på periodens sidste dag")
    expect(page.get_by_role("link", name="Se forløbene bag tallet")).to_have_count(0)

    # When they open the note, it is there in full, without what is for few eyes, and can be taken along
    page.goto("/notater/")
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.locator(".note-in-page")).to_contain_text("skjult")
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som Word").click()
    assert download.value.suggested_filename == "aarsstatus-2024-uden-smaa-tal.docx"


@WAYS
def test_the_same_in_english(browse: Browse, scripts: bool, width: int) -> None:
    # Given a reader who would rather read English
    page = browse(Role.READER, width=width, scripts=scripts)
    page.goto("/tal/?periode=2024")
    page.get_by_role("button", name="English").click()

    # When they go from the overview to a figure and its steps, every page is in English
    expect(page.get_by_role("heading", level=1)).to_have_text("The City of Copenhagen, 2024")
    all_english(page)
    fine(page, scripts)
    page.get_by_role("link", name="1,014", exact=True).first.click()
    expect(page.get_by_role("row", name="Definition")).to_contain_text("Different persons")
    all_english(page)
    for address in (
        "/maaltal/",
        "/maaltal/saet/2024-2025/",
        "/notater/",
        "/efterregning/",
        "/oekonomi/pris/",
        "/register/",
    ):
        page.goto(address)
        all_english(page)
    page.get_by_role("button", name="Dansk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisation")
    expect(page.locator("html")).to_have_attribute("lang", "da")


@cache
def danish() -> list[str]:
    """What pages say in Danish and otherwise in English, as far as it says the same whatever it is about."""
    files = [po_file(app) for app in apps() if po_file(app).exists()]
    catalogues = [read_po(BytesIO(file.read_bytes()), locale="en") for file in files]
    texts = [str(each.id) for catalogue in catalogues for each in catalogue if each.id != each.string]
    beginnings = {text.split("%(")[0].split("{")[0].strip() for text in texts}
    return [words for words in beginnings if len(words) > 12]


def all_english(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "en")
    shown = page.locator("body").inner_text()
    assert [words for words in danish() if words in shown] == []
