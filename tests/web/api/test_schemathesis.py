"""Schemathesis asks the API what its own description allows and what it does not: it keeps to it, and never fails."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from maaltal.web.accounts.actor import Role
from maaltal.web.api.actions import give_key
from maaltal.web.api.described import description
from maaltal.web.received import today
from tests.web.fixtures import as_actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_connection")]
API = schemathesis.openapi.from_dict(description())
API.app = get_wsgi_application()
ASKED = settings(
    max_examples=8, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def secret(db: None) -> str:
    until = today() + timedelta(days=9)
    return give_key(
        by=as_actor(Role.ADMINISTRATOR),
        system="bi",
        role=Role.ANALYST,
        path=("KK",),
        valid_to=until,
        day=today(),
    )[1]


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("address", sorted(API.raw_schema["paths"]))
def test_the_api_keeps_to_its_description(address: str, mode: GenerationMode, secret: str) -> None:
    headers = {"Authorization": f"Bearer {secret}", "Host": "localhost"}

    @ASKED
    @given(case=API[address]["GET"].as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        case.call_and_validate(app=API.app, headers=headers, excluded_checks=[positive_data_acceptance])

    asked()
