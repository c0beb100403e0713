from maaltal.web.accounts.actor import Role
from tests.web.expected import Expected


def reads(role: Role, _unit: str) -> bool:
    """The printed levels: everybody in the work with targets."""
    return role is not Role.ADMINISTRATOR


def reads_buf_c1(role: Role, unit: str) -> bool:
    return role is not Role.ADMINISTRATOR and unit in ("KK", "BUF", "BUF-C1")


def municipality() -> tuple[str]:
    return ("KK",)


def centre() -> tuple[str]:
    return ("BUF-C1",)


def a_file() -> tuple[str, str]:
    return ("KK", "csv")


def a_figure() -> tuple[str, str]:
    return ("BUF-C1", "fleksjob")


def a_figure_as_file() -> tuple[str, str, str]:
    return ("BUF-C1", "fleksjob", "csv")


# The store of these tests has no spells: a page says so to those who may see it, and refuses the others.
EXPECTED = (
    Expected("figures:overview", reads),
    Expected("figures:unit", reads, arguments=municipality),
    Expected("figures:unit", reads_buf_c1, arguments=centre),
    Expected("figures:download", reads, arguments=a_file),
    Expected("figures:figure", reads_buf_c1, arguments=a_figure),
    Expected("figures:steps", reads_buf_c1, arguments=a_figure),
    Expected("figures:download-steps", reads_buf_c1, arguments=a_figure_as_file),
    Expected("figures:spells", reads_buf_c1, arguments=a_figure),
)
