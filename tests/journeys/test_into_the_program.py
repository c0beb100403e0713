"""The way in: with password, without scripts, on a phone, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from maaltal.web.accounts.actor import Role
from tests.browser import fine, violations
from tests.web.browsing import Browse
from tests.web.fixtures import PASSWORD, MakeUser


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["desk", "phone-no-scripts"])
def test_an_analyst_gets_in_by_keyboard(
    browse: Browse, make_user: MakeUser, scripts: bool, width: int
) -> None:
    # Given an analyst of the whole municipality, at the login page
    make_user(Role.ANALYST, username="asta")
    page = browse(None, width=width, scripts=scripts)
    page.goto("/")
    expect(page).to_have_url(re.compile("/login/"))
    # When name and password are written, and nothing but the keyboard is used
    page.get_by_label("Brugernavn").focus()
    page.keyboard.type("asta")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login/" not in address)
    # Then there is a first page with one heading, and a way out
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".log-off").first).to_be_attached()
    if scripts:
        assert violations(page) == []


def test_somebody_with_a_wrong_password_is_told_so(browse: Browse, make_user: MakeUser) -> None:
    # Given somebody with an account
    make_user(Role.READER, username="rut")
    page = browse(None)
    page.goto("/login/")
    # When the password is wrong
    page.get_by_label("Brugernavn").fill("rut")
    page.get_by_label("Adgangskode").fill("en-helt-anden-kode")
    page.keyboard.press("Enter")
    # Then the page says so, and nobody is logged in
    page.get_by_role("alert").first.wait_for()
    fine(page)
    page.goto("/")
    expect(page).to_have_url(re.compile("/login/"))
