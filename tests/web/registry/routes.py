from datetime import date

from maaltal.web.accounts.actor import Role
from maaltal.web.registry.models import Agreement
from tests.web.expected import Expected, everybody

PATHS = {
    "KK": {"KK"},
    "BUF": {"KK", "BUF"},
    "BUF-C1": {"KK", "BUF", "BUF-C1"},
}


def an_administration() -> tuple[str]:
    return ("BUF",)


def a_centre() -> tuple[str]:
    return ("BUF-C1",)


def the_centres_leader() -> tuple[str, str]:
    return ("BUF-C1", "leader")


def a_contact() -> tuple[str, str]:
    return ("BUF", "fleksjob_consultant")


def an_agreement() -> tuple[int]:
    made, _ = Agreement.objects.get_or_create(
        unit="BUF", title="Aftale Opdigt", valid_from=date(2024, 1, 1), case_number="2024-1"
    )
    return (made.pk,)


def keeps_posts_of(code: str):
    def allowed(role: Role, unit: str) -> bool:
        return role in (Role.COORDINATOR, Role.ADMINISTRATOR) and unit in PATHS[code]

    return allowed


def keeps_agreements_of(code: str):
    def allowed(role: Role, unit: str) -> bool:
        return role in (Role.ANALYST, Role.COORDINATOR, Role.CONSULTANT) and unit in PATHS[code]

    return allowed


EXPECTED = (
    Expected("registry:overview", everybody),
    Expected("registry:units-file", everybody),
    Expected("registry:vacant", everybody),
    Expected("registry:agreements", everybody),
    Expected("registry:unit", everybody, arguments=a_centre),
    Expected("registry:post", keeps_posts_of("BUF-C1"), arguments=the_centres_leader),
    Expected("registry:post", keeps_posts_of("BUF"), arguments=a_contact),
    Expected("registry:agreement", keeps_agreements_of("BUF"), arguments=an_agreement),
    Expected("registry:new-agreement", keeps_agreements_of("BUF"), arguments=an_administration),
)
