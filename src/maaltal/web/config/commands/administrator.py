"""maaltal-web administrator."""

import click

from maaltal.core.text import Text
from maaltal.terminal.words import argument, option, verb


@verb(
    "administrator",
    Text(
        "Lav den første administrator, eller giv en, der er låst ude, en ny adgangskode til ét login. Adgangskoden skrives ud.",
        "Make the first administrator, or give one who is locked out a new password for one login. The password is printed.",
    ),
)
@argument(
    "username", Text("BRUGERNAVN", "USERNAME"), da="Det, der logges ind med.", en="What is used to log in."
)
@option("--name", default="", called=Text("NAVN", "NAME"),
        da="Personens navn; ellers brugernavnet.", en="The person's name; else the user name.")  # fmt: skip
def command(username: str, name: str) -> None:
    from maaltal.web.config.starting import django

    django()
    from maaltal.web.config import first

    click.echo(first.administrator(username, name or username))
