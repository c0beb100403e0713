"""Every page of people, login and trail in a real browser: accessible, within 390 px, light and dark."""

from __future__ import annotations

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from playwright.sync_api import Page

from maaltal.web.accounts.actor import Role
from maaltal.web.trail.actions import record, record_look
from tests.browser import picture, violations, wide
from tests.web.browsing import Browse
from tests.web.fixtures import PASSWORD, MakeUser

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_attempts() -> None:
    cache.clear()


def sound(page: Page, name: str) -> None:
    picture(page, name)
    assert violations(page) == [], name
    assert wide(page) == 0, name


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["wide", "narrow-dark"])
def test_people_and_the_trail_are_accessible_and_fit(browse: Browse, make_user: MakeUser, width: int, dark: bool) -> None:  # fmt: skip
    eva = make_user(Role.READER, "BUF-C1", username="eva")
    secret = TOTP.activate(eva, generate_totp_secret())
    assert secret
    record(
        who="chef",
        what="role-given",
        unit="BUF-C1",
        target="eva",
        facts={"role": "reader", "from": "2024-01-01"},
    )
    record(who="", what="login-failed", target="eva")
    record_look(who="analytiker", persons=["a" * 32], why="Afvigelse i BUF", unit="BUF")
    page, at = browse(Role.ADMINISTRATOR, width=width, dark=dark), f"{width}{'-dark' if dark else ''}"
    for address, name in ((f"/personer/{eva.pk}/", "person"), (f"/personer/{eva.pk}/ret/", "about"), ("/sporing/", "events"),
                          ("/sporing/opslag/", "looks")):  # fmt: skip
        page.goto(address)
        for fold in page.locator("main .fold summary").all():
            fold.click()
        sound(page, f"accounts-{name}-{at}")
    page.goto(f"/personer/{eva.pk}/")
    page.locator("summary", has_text="Giv en ny adgangskode").click()
    page.get_by_role("button", name="Giv en ny adgangskode").click()
    page.locator(".secret").wait_for()
    sound(page, f"accounts-password-{at}")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["wide", "narrow-dark"])
def test_the_pages_of_ones_own_login_are_accessible_and_fit(browse: Browse, make_user: MakeUser, width: int, dark: bool) -> None:  # fmt: skip
    eva = make_user(Role.READER, username="eva")
    page, at = browse(None, width=width, dark=dark), f"{width}{'-dark' if dark else ''}"
    page.goto("/login/")
    page.get_by_label("Brugernavn").fill("eva")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    page.wait_for_url(lambda address: "/login/" not in address)
    for address in ("/konto/", "/konto/adgangskode/", "/konto/to-trin/", "/konto/to-trin/totp/activate/", "/konto/bekraeft/",
                    "/konto/log-ud/", "/konto/ekstern/afbrudt/", "/konto/inaktiv/"):  # fmt: skip
        page.goto(address)
        sound(page, f"own{address.strip('/').removeprefix('konto').replace('/', '-')}-{at}")
    TOTP.activate(eva, generate_totp_secret())
    RecoveryCodes.activate(eva)
    page.goto("/konto/bekraeft/?next=/konto/to-trin/")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Bekræft").click()
    page.wait_for_url("**/to-trin/")
    for address in ("/konto/to-trin/", "/konto/to-trin/totp/deactivate/", "/konto/to-trin/recovery-codes/",
                    "/konto/to-trin/recovery-codes/generate/"):  # fmt: skip
        page.goto(address)
        sound(page, f"own{address.strip('/').removeprefix('konto').replace('/', '-')}-on-{at}")
    page.locator(".log-off").click()
    page.wait_for_url("**/login/")
    page.get_by_label("Brugernavn").fill("eva")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    page.wait_for_url("**/authenticate/")
    sound(page, f"own-authenticate-{at}")
