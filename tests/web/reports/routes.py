from uuid import UUID

from maaltal.web.accounts.actor import Role
from tests.web.expected import Expected, everybody


def readers(role: Role, _unit: str) -> bool:
    return role is not Role.ADMINISTRATOR


def analysts(role: Role, _unit: str) -> bool:
    return role is Role.ANALYST


def analysts_of_all(role: Role, unit: str) -> bool:
    return role is Role.ANALYST and unit == "KK"


def a_kind() -> tuple[str]:
    return ("annual",)


def a_template() -> tuple[str, str]:
    return ("annual", "da")


def no_edition() -> tuple[int]:
    return (0,)


def no_file() -> tuple[int, str]:
    return (0, "aarsstatus-2024.pdf")


def nobodys() -> tuple[UUID]:
    return (UUID(int=0),)


def nobodys_file() -> tuple[UUID, str]:
    return (UUID(int=0), "json")


# Who may open which edition is asked in test_reading.py; here there is none.
EXPECTED = (
    Expected("reports:editions", readers),
    Expected("reports:new", analysts, arguments=a_kind),
    Expected("reports:recognise", readers),
    Expected("reports:templates", analysts_of_all),
    Expected("reports:template", analysts_of_all, arguments=a_template),
    Expected("reports:template-file", analysts_of_all, arguments=a_template),
    Expected("reports:edition", readers, 404, no_edition),
    Expected("reports:file", readers, 404, no_file),
    Expected("reports:verify", readers, 404, no_edition),
    Expected("reports:share", everybody, 405, no_edition),
    Expected("reports:sent", everybody, 405, no_edition),
    Expected("reports:audit", readers),
    Expected("reports:audited", readers, 404, nobodys),
    Expected("reports:audited-file", readers, 404, nobodys_file),
    Expected("reports:forget", everybody, 405, nobodys),
)
