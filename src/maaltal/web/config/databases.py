"""The register's database, from its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db.backends.base.base import BaseDatabaseWrapper

from maaltal.web.config.environment import WrongVariableError

# Many readers and one writer at a time; a writer waits for another instead of failing, and takes its lock at once.
SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's settings of the database at `url`; of SQLite in `data` where that is empty. WrongVariableError if it is no such address."""
    parts = urlsplit(url)
    if parts.scheme in {"", "sqlite"}:
        path = parts.path[1:] if url else str(data / "register.sqlite3")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE_OPTIONS}
    if parts.scheme not in {"postgres", "postgresql"}:
        raise WrongVariableError(
            f"DATABASE_URL skal begynde med postgresql:// eller sqlite://, ikke '{parts.scheme}://'"
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def is_there(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is a database to ask: asking for an SQLite one that is not there would make it."""
    if connection.vendor != "sqlite" or connection.connection is not None:
        return True
    return Path(connection.settings_dict["NAME"]).exists()
