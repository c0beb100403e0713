"""What the settings lack, before anything is asked of the database."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from maaltal.core.text import Text
from maaltal.definitions import DefinitionError, load_municipality
from maaltal.intake.errors import IntakeError
from maaltal.intake.keys import read_key
from maaltal.web.config.environment import DEFAULTS, DEVELOPMENT_SECRET, Environment

SECRET_LENGTH, SECRET_VARIETY = 50, 5
HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:]+\]", re.IGNORECASE)
OF_THE_COMMAND_LINE = {"MAALTAL_KEY", "MAALTAL_STORE"}
"""Read by `maaltal` alone."""


def wanting(environment: Environment) -> Iterator[Text]:
    """One sentence for each thing: what is wrong, and what to do."""
    if not environment.production:
        yield Text("Sæt MAALTAL_MODE=production.", "Set MAALTAL_MODE=production.")
    yield from _secret(environment)
    yield from _hosts(environment)
    yield from _openid(environment)
    yield from _municipality(environment)
    yield from _data(environment)
    yield from _key(environment)
    yield from _unknown(environment)


def _secret(environment: Environment) -> Iterator[Text]:
    secret = environment["MAALTAL_SECRET_KEY"]
    if secret == DEVELOPMENT_SECRET or len(secret) < SECRET_LENGTH or len(set(secret)) < SECRET_VARIETY:
        yield Text(
            f"Sæt MAALTAL_SECRET_KEY til en hemmelig, tilfældig tekst på mindst {SECRET_LENGTH} tegn.",
            f"Set MAALTAL_SECRET_KEY to a secret, random text of at least {SECRET_LENGTH} characters.",
        )


def _hosts(environment: Environment) -> Iterator[Text]:
    hosts = environment.hosts
    if not hosts or not all(map(HOST.fullmatch, hosts)):
        yield Text(
            "Sæt MAALTAL_HOSTS til de værtsnavne, som programmet skal svare på, fx maaltal.kommune.dk (ikke *, uden https:// og port).",
            "Set MAALTAL_HOSTS to the host names that the program shall answer to, such as maaltal.kommune.dk (not *, without https:// and port).",
        )


def _openid(environment: Environment) -> Iterator[Text]:
    server = environment["MAALTAL_OIDC_SERVER"]
    told = environment["MAALTAL_OIDC_CLIENT"], environment["MAALTAL_OIDC_SECRET"]
    if server and not server.startswith("https://"):
        yield Text(
            "MAALTAL_OIDC_SERVER skal begynde med https://.", "MAALTAL_OIDC_SERVER must begin with https://."
        )
    if server and not all(told):
        yield Text(
            "Sæt MAALTAL_OIDC_CLIENT og MAALTAL_OIDC_SECRET.",
            "Set MAALTAL_OIDC_CLIENT and MAALTAL_OIDC_SECRET.",
        )
    if any(told) and not server:
        yield Text(
            "Sæt MAALTAL_OIDC_SERVER, eller fjern MAALTAL_OIDC_CLIENT og MAALTAL_OIDC_SECRET.",
            "Set MAALTAL_OIDC_SERVER, or remove MAALTAL_OIDC_CLIENT and MAALTAL_OIDC_SECRET.",
        )


def _municipality(environment: Environment) -> Iterator[Text]:
    try:
        load_municipality(environment["MAALTAL_MUNICIPALITY"])
    except DefinitionError as problem:
        yield Text(
            f"MAALTAL_MUNICIPALITY: {problem.sentence.render('da')}",
            f"MAALTAL_MUNICIPALITY: {problem.sentence.render('en')}",
        )


def _data(environment: Environment) -> Iterator[Text]:
    data = environment.data
    if not data.exists():
        yield Text(
            f"Mappen {data} (MAALTAL_DATA) findes ikke; kør maaltal-web migrate.",
            f"The folder {data} (MAALTAL_DATA) is not there; run maaltal-web migrate.",
        )
    elif not (data.is_dir() and os.access(data, os.W_OK | os.X_OK)):
        yield Text(
            f"{data} (MAALTAL_DATA) er ikke en mappe, som programmet må skrive i. Ret stien eller rettighederne.",
            f"{data} (MAALTAL_DATA) is no folder that the program may write in. Mend the path or its permissions.",
        )


def _key(environment: Environment) -> Iterator[Text]:
    file = environment["MAALTAL_KEY_FILE"]
    try:
        key = read_key(Path(file), {}) if file else None
    except IntakeError as problem:
        yield Text(
            f"MAALTAL_KEY_FILE: {problem.sentence.render('da')}",
            f"MAALTAL_KEY_FILE: {problem.sentence.render('en')}",
        )
        return
    if key is None or key.is_demo:
        yield Text(
            "Sæt MAALTAL_KEY_FILE til filen med jeres egen nøgle, som pseudonymiserer. En ny laves med: openssl rand -hex 32 > FIL",
            "Set MAALTAL_KEY_FILE to the file with your own key, which pseudonymises. A new one is made by: openssl rand -hex 32 > FILE",
        )


def _unknown(environment: Environment) -> Iterator[Text]:
    known = DEFAULTS.keys() | OF_THE_COMMAND_LINE
    for name in sorted(one for one in environment.values if one.startswith("MAALTAL_") and one not in known):
        meant = get_close_matches(name, DEFAULTS, n=1, cutoff=0)[0]
        yield Text(
            f"{name} kendes ikke. Fjern den, eller skriv {meant}, hvis det er den.",
            f"{name} is not known. Remove it, or write {meant} if that is meant.",
        )
