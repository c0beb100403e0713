"""What stands between an installation and production, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which

from maaltal.core.text import Text
from maaltal.web.config.database_trouble import why
from maaltal.web.config.databases import is_there
from maaltal.web.config.environment import Environment
from maaltal.web.config.login import saml, told_of_saml
from maaltal.web.config.newer import newer
from maaltal.web.config.wanting import wanting
from maaltal.web.ui.uploads import MEMORY


def missing(values: Mapping[str, str]) -> list[Text]:
    """Nothing when all is there."""
    environment = Environment(values)
    return [*wanting(environment), *_saml(environment), *_database()]


def unattended() -> list[Text]:
    """What keeps nothing from running, but leaves it without anybody who can let others in. Asks a database that is ready."""
    from maaltal.web.config.first import somebody_gives_rights

    if somebody_gives_rights():
        return []
    return [Text(
        "Ingen administrator af hele kommunen kan logge ind. Lav en: maaltal-web administrator BRUGERNAVN --name NAVN.",
        "No administrator of the whole municipality can log in. Make one: maaltal-web administrator USERNAME --name NAME.",
    )]  # fmt: skip


def _saml(environment: Environment) -> Iterator[Text]:
    if not saml(environment):
        return
    from maaltal.web.accounts.saml import entity

    told = told_of_saml(environment)
    lacking = [word for word in ("metadata", "key", "certificate") if not Path(told[word]).is_file()]
    for word in lacking:
        name = f"MAALTAL_SAML_{word.upper()}"
        yield Text(
            f"Filen, som {name} nævner, findes ikke: '{told[word]}'.",
            f"The file that {name} names is not there: '{told[word]}'.",
        )
    if not told["entity"]:
        yield Text("Sæt MAALTAL_SAML_ENTITY.", "Set MAALTAL_SAML_ENTITY.")
    if not which(entity.PROGRAM):
        yield Text("Login med SAML kræver programmet xmlsec1 (Debians pakke xmlsec1).",
                   "Login by SAML needs the program xmlsec1 (Debian's package xmlsec1).")  # fmt: skip
    if not MEMORY.is_mount():
        yield Text(f"Login med SAML kræver en mappe i hukommelsen: {MEMORY}.",
                   f"Login by SAML needs a folder in memory: {MEMORY}.")  # fmt: skip
    elif which(entity.PROGRAM) and not lacking and told["entity"] and (why := entity.why_not(told)):
        yield Text(f"Login med SAML kan ikke sættes op med MAALTAL_SAML_METADATA og nøglen: {why}.",
                   f"Login by SAML can't be set up with MAALTAL_SAML_METADATA and the key: {why}.")  # fmt: skip


def _database() -> Iterator[Text]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection) if is_there(connection) else None
        if executor and (told := newer(executor.loader)):
            yield told
        behind = executor is None or executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as problem:
        yield why(problem)
        return
    if behind:
        yield Text(
            "Databasen er ikke på denne version; kør maaltal-web migrate.",
            "The database is not of this version; run maaltal-web migrate.",
        )
