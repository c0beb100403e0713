from datetime import date

from maaltal.web.accounts.actor import Role
from maaltal.web.api.models import SystemKey
from tests.web.expected import Expected, administrators, everybody


def a_key() -> tuple[int]:
    made, _ = SystemKey.objects.get_or_create(
        digest="0" * 64, system="opdigt", start="maaltal_0000", role=Role.READER.value, unit="KK",
        valid_from=date(2024, 1, 1), valid_to=date(2024, 2, 1), made_by="somebody",
    )  # fmt: skip
    return (made.pk,)


def analysts_and_coordinators(role: Role, _unit: str) -> bool:
    return role in (Role.ANALYST, Role.COORDINATOR)


def all_but_administrators(role: Role, _unit: str) -> bool:
    return role is not Role.ADMINISTRATOR


EXPECTED = (
    Expected("api:overview", everybody),
    Expected("api:openapi", everybody),
    Expected("api:keys", administrators),
    # Only a POST revokes a key: whoever asks otherwise is told that.
    Expected("api:revoke", everybody, 405, arguments=a_key),
    Expected("api:v1-units", everybody),
    Expected("api:v1-targets", everybody),
    # Without a period these questions cannot be answered; who may ask them is tested beside the figures.
    Expected("api:v1-measurements", everybody, 422),
    Expected("api:v1-measurements-csv", everybody, 422),
    Expected("api:v1-measurements-json-stat", everybody, 422),
    Expected("api:v1-fulfilment", everybody, 422),
    Expected("api:v1-batches", analysts_and_coordinators),
    Expected("api:v1-reports", all_but_administrators),
    Expected("api:v1-other", everybody, 404),
)
