"""What is done and asked inside an installation's own process, by tests/web/config/installed.py."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Any

from maaltal.web.config.starting import django, prepare

MOST = 1000
CPR = "010190-1234"
SEEN = "0" * 64
LONG_AGO = datetime(2021, 3, 1, 8, 30, 0, 123456, tzinfo=UTC)


def answer(function: Callable[[], Any]) -> None:
    django()
    print(json.dumps(function(), default=str, sort_keys=True))  # noqa: T201


def filled() -> Any:
    """An installation in use: people with roles, posts, targets, a trail that began long ago, units in the store."""
    from django.conf import settings

    from maaltal.web.accounts.demo import make_people
    from maaltal.web.received import organisation
    from maaltal.web.registry.models import Post
    from maaltal.web.trail.actions import record_look
    from tests.web.fixtures import UNITS
    from tests.web.stored import store_units

    prepare()
    store_units(settings.MAALTAL_DATA / "store", UNITS, datetime(2024, 1, 2, 12, tzinfo=UTC))
    (settings.MAALTAL_DATA / "uploads").mkdir()
    (settings.MAALTAL_DATA / "uploads" / "1").write_text(CPR)
    (settings.MAALTAL_DATA / "files").mkdir()
    (settings.MAALTAL_DATA / "files" / "årsstatus.pdf").write_bytes(b"%PDF made up")
    make_people(organisation(), date(2024, 1, 2))
    Post.objects.create(
        kind="leader", unit="BUF", name="Åse Opdigt", valid_from=date(2024, 1, 1), valid_to=date(2025, 1, 1)
    )
    record_look(who="Asta", persons=[SEEN], why="prøve", unit="BUF")
    _long_ago()
    return everything()


def _long_ago() -> None:
    """The trail's moments are not those of the restore."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            'UPDATE trail_look SET "when" = %s', [connection.ops.adapt_datetimefield_value(LONG_AGO)]
        )


def everything() -> Any:
    """Every row of every table but sessions."""
    from django.apps import apps

    from maaltal.web.config.backup.rows import models_of

    return {
        model._meta.label_lower: list(model._base_manager.order_by("pk").values())
        for model in models_of(apps)
    }


def used_further() -> Any:
    """What is there; then whether one can log in and add to it: numbers of rows go on after the restored ones."""
    from django.conf import settings
    from django.contrib.auth import authenticate

    from maaltal.store import Store
    from maaltal.web.accounts.models import User
    from maaltal.web.trail.actions import record
    from maaltal.web.trail.models import Event

    rows = everything()
    record(who="Asta", what="role-given", unit="BUF", target="rut")
    User.objects.create_user(username="ny", name="Ny Opdigt")
    return {
        "rows": rows,
        "login": authenticate(username="analytiker", password="opdigtet-analytiker") is not None,  # noqa: S106 - made up
        "events": Event.objects.count(),
        "damages": [damage.file for damage in Store(settings.MAALTAL_DATA / "store").verify()],
    }


def an_analyst() -> Any:
    """Somebody who is logged in: their session's key."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from maaltal.web.accounts.actor import Role
    from maaltal.web.accounts.models import Grant, User

    prepare()
    user = User.objects.create_user(username="ana", name="Ana Opdigt")
    Grant.objects.create(user=user, role=Role.ANALYST.value, unit="KK", valid_from=date(2024, 1, 1))
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


def editions() -> Any:
    """Which there are, their folders, and what the trail says of them."""
    from django.conf import settings

    from maaltal.web.reports.models import Edition
    from maaltal.web.trail.models import Event

    return {
        "editions": list(Edition.objects.values_list("pk", flat=True)),
        "folders": sorted(path.name for path in (settings.MAALTAL_DATA / "editions").iterdir()),
        "made": Event.objects.filter(what="note-made").count(),
    }


def people_until_it_is_full() -> Any:
    """An administrator makes people while the database may not grow: what each of them is answered, and the last page."""
    from django.db import connection
    from django.test import Client

    from maaltal.web.accounts.actor import Role
    from maaltal.web.accounts.models import Grant, User

    prepare()
    user = User.objects.create_user(username="ada", name="Ada Opdigt")
    Grant.objects.create(user=user, role=Role.ADMINISTRATOR.value, unit="KK", valid_from=date(2024, 1, 1))
    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    client.force_login(user)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    answers: list[Any] = []
    while not answers or (answers[-1].status_code == HTTPStatus.FOUND and len(answers) < MOST):
        person = {"username": f"eva{len(answers)}", "name": "Eva Opdigt"}
        answers.append(client.post("/personer/ny/", person))
    return {"codes": [each.status_code for each in answers], "page": answers[-1].content.decode()}
