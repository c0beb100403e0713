from maaltal.web.accounts.actor import Role
from tests.web.expected import Expected, everybody

SET = "2026-2027"
PATHS = {"KK": ["KK"], "BUF": ["KK", "BUF"], "BUF-C1": ["KK", "BUF", "BUF-C1"]}


def the_set() -> tuple[str]:
    return (SET,)


def administration() -> tuple[str, str]:
    return (SET, "BUF")


def centre() -> tuple[str, str]:
    return (SET, "BUF-C1")


def adoption() -> tuple[str, str]:
    return (SET, "adopt")


def withdrawal() -> tuple[str, str]:
    return (SET, "withdraw")


def proposes(role: Role, unit: str) -> bool:
    return role is Role.ANALYST and unit == "KK"


def decides(role: Role, unit: str) -> bool:
    return role in (Role.ANALYST, Role.ADMINISTRATOR) and unit == "KK"


def sees_the_administration(role: Role, unit: str) -> bool:
    return role is not Role.ADMINISTRATOR and unit in PATHS["BUF"]


def sees_the_centre(role: Role, unit: str) -> bool:
    return role is not Role.ADMINISTRATOR and unit in PATHS["BUF-C1"]


EXPECTED = (
    Expected("targets:sets", everybody),
    Expected("targets:set", everybody, arguments=the_set),
    Expected("targets:file", everybody, arguments=the_set),
    Expected("targets:scenarios", everybody, arguments=the_set),
    Expected("targets:apportion", everybody, arguments=the_set),
    Expected("targets:two-way", everybody, arguments=the_set),
    Expected("targets:new", proposes),
    Expected("targets:edit", proposes, arguments=the_set),
    Expected("targets:step", decides, arguments=adoption),
    Expected("targets:step", proposes, arguments=withdrawal),
    Expected("targets:break-down", sees_the_administration, arguments=administration),
    Expected("targets:break-down", sees_the_centre, arguments=centre),
    Expected("targets:break-down-file", sees_the_centre, arguments=centre),
)
