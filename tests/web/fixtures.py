"""A small municipality of its own, people with roles in it, and clients that are logged in as them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client

from maaltal.core.organisation import Unit
from maaltal.web.accounts.actor import Actor, Right, Role
from maaltal.web.accounts.models import Grant, User
from tests.web.stored import store_units

SINCE = date(2020, 1, 1)
UNITS = (
    Unit("BUF-C1", "Område Opdigt", "centre", "BUF", SINCE, leader="Liv Opdigt"),
    Unit("BUF-C1-1", "Børnehuset Opdigt", "unit", "BUF-C1", SINCE, leader="Bo Opdigt"),
    Unit("BUF-C1-2", "Skolen Opdigt", "unit", "BUF-C1", SINCE),
    Unit("KFF-1", "Biblioteket Opdigt", "unit", "KFF", SINCE),
)
"""Below the municipality's own units (KK and its administrations), which its definitions give."""

PASSWORD = "opdigtet-kode-14"  # noqa: S105 - it is made up

type MakeUser = Callable[..., User]
type Login = Callable[..., Client]


@pytest.fixture(scope="session")
def organisation_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spell store that holds UNITS and no spells. Only read it; copy it to write."""
    folder = tmp_path_factory.mktemp("web") / "store"
    store_units(folder, UNITS, datetime(2024, 1, 2, 12, tzinfo=UTC))
    return folder


@pytest.fixture(autouse=True)
def data_folder(organisation_store: Path, settings: Any) -> Path:
    """MAALTAL_DATA of the test, with that store in it. A test that writes sets a folder of its own."""
    settings.MAALTAL_DATA = organisation_store.parent
    return organisation_store.parent


@pytest.fixture
def make_user(db: None) -> MakeUser:
    """make_user(Role.ANALYST, "KK"): somebody with that role over that unit; without a role: nobody in particular."""

    def made(role: Role | None = None, unit: str = "KK", username: str = "") -> User:
        username = username or f"{role or 'ingen'}-{unit}".lower()
        user = User.objects.create_user(username=username, name=f"{username} Opdigt", password=PASSWORD)
        if role:
            Grant.objects.create(user=user, role=role.value, unit=unit, valid_from=SINCE)
        return user

    return made


@pytest.fixture
def login(make_user: MakeUser) -> Login:
    """login(Role.READER, "BUF"): a client that is logged in as such a person."""

    def logged_in(role: Role | None = None, unit: str = "KK", username: str = "") -> Client:
        client = Client()
        client.force_login(make_user(role, unit, username))
        return client

    return logged_in


def as_actor(role: Role, unit: str = "KK") -> Actor:
    """For actions and permissions, which need no database."""
    return Actor(f"{role}-{unit}", (Right(role, unit, SINCE),))


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """For tests that end requests themselves: a request's end closes a connection that is in a transaction, as a test's is."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)
