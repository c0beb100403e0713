"""Every link that a page offers leads somewhere: all pages from the front on, as each role, followed to the end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve

from maaltal.web.accounts.actor import Role
from tests.web.api.routes import a_key
from tests.web.figures.conftest import store_with_spells  # noqa: F401
from tests.web.fixtures import Login
from tests.web.registry.routes import an_agreement

pytestmark = pytest.mark.django_db
FIRST = ("/", "/api/")
MOST_OF_A_ROUTE = 4
"""Pages of one route differ in what they are about: a few of them are enough, each with its own links."""
PEOPLE = ((Role.ANALYST, "KK"), (Role.COORDINATOR, "BUF"), (Role.UNIT_LEADER, "BUF-C1-1"),
          (Role.CONSULTANT, "BUF"), (Role.READER, "KK"), (Role.ADMINISTRATOR, "KK"))  # fmt: skip


class Links(HTMLParser):
    """Where a page's links, pictures, style sheets and scripts lie, and its own ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        place = named.get(
            "href" if tag in ("a", "link", "use") else "src" if tag in ("img", "script") else ""
        )
        if place:
            self.addresses.append(place)


class Walk:
    """Each page is asked for once; what it offers is checked wherever it leads within the program."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.seen = set(FIRST)
        self.waiting = [(address, "") for address in FIRST]
        self.routes: dict[str, int] = {}

    def broken(self) -> Iterator[str]:
        while self.waiting:
            address, offered_by = self.waiting.pop(0)
            answer = self.client.get(address)
            if answer.status_code in (301, 302):
                self.go(urljoin(address, answer["Location"]), offered_by)
            elif answer.status_code != 200:
                yield f"{address} ({answer.status_code}), offered by {offered_by}"
            elif answer.headers.get("Content-Type", "").startswith("text/html"):
                yield from self.broken_on(address, Links(answer.content.decode()))
            if answer.streaming:
                answer.getvalue()  # read to its end, a file is closed

    def broken_on(self, address: str, page: Links) -> Iterator[str]:
        for link in page.addresses:
            parts = urlsplit(urljoin(address, link))
            if link.startswith("#") and parts.fragment not in page.ids:
                yield f"#{parts.fragment} is not on {address}"
            if parts.path.startswith("/static/") and not is_static(parts.path):
                yield f"{parts.path} is not there, offered by {address}"
            if not parts.scheme and not parts.path.startswith("/static/"):
                self.go(parts.path + (f"?{parts.query}" if parts.query else ""), address)

    def go(self, address: str, offered_by: str) -> None:
        if address not in self.seen and is_worth_following(urlsplit(address).path, self.routes):
            self.waiting.append((address, offered_by))
        self.seen.add(address)


@cache
def is_static(path: str) -> bool:
    return finders.find(path.removeprefix("/static/")) is not None


def is_worth_following(path: str, routes: dict[str, int]) -> bool:
    """An address that is nobody's is followed, too: it is broken."""
    try:
        route = resolve(path).route
    except Exception:  # noqa: BLE001 - whatever it is, the answer to the request tells
        return True
    routes[route] = routes.get(route, 0) + 1
    return routes[route] <= MOST_OF_A_ROUTE


@pytest.fixture
def something_everywhere(db: None) -> None:
    """Rows that pages show only when there are some."""
    an_agreement()
    a_key()


@pytest.fixture(params=[False, True], ids=["no-figures", "figures"])
def with_and_without_figures(request: pytest.FixtureRequest, settings: Any) -> None:
    if request.param:
        store: Path = request.getfixturevalue("store_with_spells")
        settings.MAALTAL_DATA = store.parent


@pytest.mark.usefixtures("something_everywhere", "with_and_without_figures")
@pytest.mark.parametrize(("role", "unit"), PEOPLE)
def test_every_link_leads_somewhere(login: Login, role: Role, unit: str) -> None:
    assert list(Walk(login(role, unit)).broken()) == []


def test_a_broken_link_is_found() -> None:
    page = Links('<a href="/findes-ikke/">x</a><img src="b.svg"><a href="#her">y</a><p id="der">')
    assert page.addresses == ["/findes-ikke/", "b.svg", "#her"]
    assert "her" not in page.ids
    assert not is_static("/static/findes-ikke.css")
