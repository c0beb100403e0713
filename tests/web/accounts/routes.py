from maaltal.web.accounts.models import User
from tests.web.expected import Expected, administrators, everybody


def somebody() -> tuple[int]:
    return (User.objects.get_or_create(username="somebody", defaults={"name": "Nogen Opdigt"})[0].pk,)


def a_role() -> tuple[int]:
    return (1,)


EXPECTED = (
    Expected("accounts:people", administrators),
    Expected("accounts:new_person", administrators),
    Expected("accounts:person", administrators, arguments=somebody),
    # Only a POST ends a role: whoever asks otherwise is told that.
    Expected("accounts:end", everybody, 405, arguments=a_role),
)
