"""Every page that anybody can reach is opened in Chromium: axe finds nothing, in light and dark, and it fits on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import override
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.demo import make_people
from maaltal.web.accounts.models import User
from maaltal.web.config.demo_work import do_some_work
from maaltal.web.received import organisation, today
from tests.browser import PHONE, violations, wide
from tests.web.api.routes import a_key
from tests.web.browsing import Browse
from tests.web.process.routes import an_upload
from tests.web.test_links import FIRST, Links, Walk

PEOPLE = ("analytiker", "administrator", "koordinator", "enhedsleder", "konsulent", "laeser")
SLOW = "trin/"
"""Counting day by day takes seconds for a whole municipality; that page has a journey of its own."""


class Gathering(Walk):
    """The pages themselves: one of each route, the first that is offered. What somebody else has opened is passed
    through from the front only: every link of every role is followed in tests/web/test_links.py."""

    def __init__(self, client: Client, opened: set[str]) -> None:
        super().__init__(client)
        self.pages: dict[str, str] = {}
        self.opened = opened

    @override
    def broken_on(self, address: str, page: Links) -> Iterator[str]:
        self.pages.setdefault(route(address), address)
        yield from super().broken_on(address, page)

    @override
    def go(self, address: str, offered_by: str) -> None:
        kind = route(address)
        passed = kind in self.opened and offered_by not in FIRST
        if SLOW not in address and not passed and kind not in {route(other) for other in self.seen}:
            self.waiting.append((address, offered_by))
            self.seen.add(address)


def route(address: str) -> str:
    """A unit below the administrations has another page than the municipality."""
    try:
        found = resolve(unquote(urlsplit(address).path))
    except Resolver404:
        return address
    return f"{found.route}{'-' in str(found.kwargs.get('code', ''))}"


@pytest.fixture
def something_everywhere(own_data: Path) -> None:
    make_people(organisation(), today())
    do_some_work()
    an_upload()
    a_key()


def as_person(browse: Browse, client: Client, *, url: str) -> Page:
    page = browse(None)
    cookie = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
    return page


def faults(page: Page, address: str) -> Iterator[str]:
    page.set_viewport_size({"width": 1280, "height": 900})
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        yield f"{address}: {answer and answer.status}"
    if page.locator("h1").count() != 1:
        yield f"{address}: {page.locator('h1').count()} headings of the first level"
    yield from (f"{address}: {found}" for found in violations(page))
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield from (f"{address}, dark: {found}" for found in violations(page, ["color-contrast"]))
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    if wide(page):
        yield f"{address}: {wide(page)} px too wide for a phone"


@pytest.mark.usefixtures("something_everywhere")
def test_every_page_of_every_role(browse: Browse, live_server: object) -> None:
    url, opened, found = str(live_server), set[str](), list[str]()
    for name in PEOPLE:
        client = Client()
        client.force_login(User.objects.get(username=name))
        gathered = Gathering(client, opened)
        found += gathered.broken()
        new = [address for kind, address in gathered.pages.items() if kind not in opened]
        opened |= gathered.pages.keys()
        page = as_person(browse, client, url=url)
        for address in dict.fromkeys(["/", *new]):
            found += faults(page, address)
    assert found == []
    assert len(opened) > 40


def test_who_is_not_logged_in(browse: Browse) -> None:
    page = browse(None)
    assert list(faults(page, "/login/")) == []


def test_the_six_people_are_all_roles() -> None:
    assert len(PEOPLE) == len(Role)
