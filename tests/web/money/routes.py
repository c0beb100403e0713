from tests.web.expected import Expected, everybody
from tests.web.reports.routes import analysts_of_all, nobodys, nobodys_file, readers


def an_example() -> tuple[str, str]:
    return ("budget", "flere-i-fleksjob.toml")


EXPECTED = (
    Expected("money:money", readers),
    Expected("money:cost", readers),
    Expected("money:pool", analysts_of_all),
    Expected("money:budget", readers),
    Expected("money:example", readers, arguments=an_example),
    Expected("money:reckoned", readers, 404, nobodys),
    Expected("money:file", readers, 404, nobodys_file),
    Expected("money:forget", everybody, 405, nobodys),
)
