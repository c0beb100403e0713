"""Who opens an edition, and what stands in it."""

from datetime import UTC, date, datetime

import pytest

from maaltal.web.accounts.actor import Role
from maaltal.web.reports.models import Edition
from maaltal.web.reports.permissions import can_read_edition
from tests.web.fixtures import as_actor

DAY = date(2025, 3, 1)
THEN = datetime(2025, 2, 1, tzinfo=UTC)
WHOLE, BUF, CENTRE = ("KK",), ("KK", "BUF"), ("KK", "BUF", "BUF-C1")


@pytest.mark.parametrize(
    ("role", "unit", "path", "small", "shared", "opens"),
    [
        (Role.ANALYST, "KK", WHOLE, True, False, True),
        (Role.ANALYST, "BUF", WHOLE, False, False, False),
        (Role.ANALYST, "BUF", BUF, True, False, True),
        (Role.READER, "KK", WHOLE, False, False, False),
        (Role.READER, "KK", WHOLE, False, True, True),
        (Role.READER, "KK", WHOLE, True, True, False),
        (Role.COORDINATOR, "BUF", BUF, True, True, False),
        (Role.UNIT_LEADER, "BUF-C1", BUF, True, True, False),
        (Role.UNIT_LEADER, "BUF-C1", CENTRE, True, True, True),
        (Role.READER, "KFF", CENTRE, False, True, False),
        (Role.ADMINISTRATOR, "KK", WHOLE, False, True, False),
    ],
)  # fmt: skip
def test_who_opens_an_edition(role, unit, path, small, shared, opens) -> None:
    edition = Edition(unit=path[-1], small=small, shared_at=THEN if shared else None)
    assert can_read_edition(as_actor(role, unit), edition, path, DAY) is opens
