"""maaltal-web migrate."""

from maaltal.core.text import Text
from maaltal.terminal.words import verb


@verb(
    "migrate",
    Text(
        "Gør databasen klar, eller bring den op på denne version.",
        "Make the database ready, or bring it up to this version.",
    ),
)
def command() -> None:
    from maaltal.web.config.starting import django, prepare

    django()
    prepare()
