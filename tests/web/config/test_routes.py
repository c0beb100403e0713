"""Every route x role x unit answers what its permission says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from maaltal.web.accounts.actor import Role
from tests.web.expected import Expected, all_expected
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
EXPECTED = tuple(all_expected())
# They need no right, and have tests of their own.
OPEN = {"account", "front", "ui:language", "ui:gallery", "saml_login", "saml_answer", "saml_leave", "saml_metadata"}  # fmt: skip
UNITS = ("KK", "BUF", "BUF-C1", "BUF-C1-1", "KFF-1")
API = "api:v1-"
FOREIGN = ("account_", "mfa_", "socialaccount_", "openid_connect_")


def names(patterns: Any, prefix: str = "") -> Iterator[str]:
    """The name of every address, with its app's name before it."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            within = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, prefix + within)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"


OURS = sorted({name for name in names(get_resolver().url_patterns) if not name.startswith(FOREIGN)})


def test_every_route_is_expected() -> None:
    """A new route gets its line in its app's tests: tests/web/<app>/routes.py."""
    assert set(OURS) - {expected.route for expected in EXPECTED} - OPEN == set()


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.name)
def test_the_route_answers_each_role(expected: Expected, login: Login) -> None:
    for role in Role:
        for unit in UNITS:
            client = login(role, unit, f"{role}-{unit}")
            answer = client.get(expected.address())
            wanted = 403 if not expected.allowed(role, unit) else expected.code
            assert answer.status_code == wanted, f"{role} over {unit} at {expected.address()}"


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.name)
def test_the_route_asks_for_a_login(expected: Expected, client: Any) -> None:
    answer = client.get(expected.address())
    if expected.route.startswith(API):  # systems are told so; they have no use for a login page
        assert answer.status_code == (404 if expected.code == 404 else 401)
        return
    assert answer.status_code == 302
    assert answer["Location"].startswith("/login/")


def test_everybody_has_an_account_page(login: Login) -> None:
    assert login().get("/konto/").status_code == 200
