from maaltal.web.accounts.models import User
from tests.web.expected import Expected, administrators, everybody


def somebody() -> tuple[int]:
    return (User.objects.get_or_create(username="somebody", defaults={"name": "Nogen Opdigt"})[0].pk,)


def somebodys_login() -> tuple[int, str]:
    return (*somebody(), "log-ud")


def a_role() -> tuple[int]:
    return (1,)


EXPECTED = (
    Expected("accounts:people", administrators),
    Expected("accounts:new_person", administrators),
    Expected("accounts:person", administrators, arguments=somebody),
    # Unit administrators change the login of somebody without roles; only a POST does the rest.
    Expected("accounts:about", administrators, arguments=somebody),
    Expected("accounts:password", everybody, 405, arguments=somebody),
    Expected("accounts:login", everybody, 405, arguments=somebodys_login),
    # Only a POST ends a role: whoever asks otherwise is told that.
    Expected("accounts:end", everybody, 405, arguments=a_role),
)
