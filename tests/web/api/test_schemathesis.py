"""Schemathesis asks the API what its own description allows and what it does not: it keeps to it, and never fails."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, settings

from maaltal.web.accounts.actor import Role
from maaltal.web.api.described import description
from maaltal.web.received import today
from tests.web.fixtures import as_actor

pytestmark = pytest.mark.django_db
EXAMPLES = 12


@pytest.fixture
def described(db: None) -> Any:
    from django.utils import translation

    with translation.override("da"):
        found = description()
    return schemathesis.openapi.from_dict(found).configure if False else _schema(found)


def _schema(found: dict[str, Any]) -> Any:
    schema = schemathesis.openapi.from_dict(found)
    schema.app = get_wsgi_application()
    return schema


api = schemathesis.pytest.from_fixture("described")


@pytest.fixture
def secret(db: None) -> str:
    from datetime import timedelta

    from maaltal.web.api.actions import give_key

    until = today() + timedelta(days=9)
    return give_key(
        by=as_actor(Role.ADMINISTRATOR),
        system="prøve",
        role=Role.ANALYST,
        path=("KK",),
        valid_to=until,
        day=today(),
    )[1]


@api.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_the_api_keeps_to_its_description(case: Any, secret: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {secret}", "Host": "localhost"})
