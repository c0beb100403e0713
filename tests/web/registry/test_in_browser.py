"""The organisation in a real browser: accessible, within 390 px, dark, and by keyboard without scripts."""

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import picture, violations, wide
from tests.web.browsing import Browse
from tests.web.registry.routes import an_agreement

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_pages_are_accessible_and_fit(browse: Browse, width: int, dark: bool) -> None:
    (agreement,) = an_agreement()
    page = browse(Role.COORDINATOR, "KK", width=width, dark=dark)
    pages = (
        "", "?q=opdigt", "ledige/", "aftaler/", f"aftaler/{agreement}/", "enhed/BUF/", "enhed/BUF/post/fleksjob_consultant/",
        "enhed/BUF/aftale/",
    )  # fmt: skip
    for address in pages:
        page.goto(f"/register/{address}")
        picture(page, f"register-{address.strip('/').replace('/', '-')}-{width}")
        assert violations(page) == [], address
        assert wide(page) == 0, address


def test_a_contact_person_is_found_missing_and_given_by_keyboard_without_scripts(browse: Browse) -> None:
    page = browse(Role.COORDINATOR, "BUF", width=390, scripts=False)
    page.goto("/register/ledige/")
    page.get_by_role("link", name="Børne- og Ungdomsforvaltningen").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ret fleksjobkonsulent").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Navn").focus()
    page.keyboard.type("Ida Opdigt")
    page.keyboard.press("Enter")
    page.get_by_text("Posten er gemt.").wait_for()
    expect(page.locator("main")).to_contain_text("Fleksjobkonsulent: Ida Opdigt")
