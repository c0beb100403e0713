"""The register's database, from its address."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

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
    if not url:
        return _sqlite(str(data / "register.sqlite3"))
    parts = _parts(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path[1:])
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


def _sqlite(path: str) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE_OPTIONS}


def _parts(url: str) -> SplitResult:
    """What is wrong is told without the address: it may hold a password."""
    if not url.startswith(("postgres://", "postgresql://", "sqlite:///")):
        raise WrongVariableError(
            "DATABASE_URL skal begynde med postgresql:// eller sqlite:///.",
            "DATABASE_URL must begin with postgresql:// or sqlite:///.",
        )
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        parts = None
    if parts is None or not parts.path[1:]:
        raise WrongVariableError(
            "DATABASE_URL skal se ud som postgresql://bruger:adgangskode@vært:5432/navn eller sqlite:////mappe/fil. "
            "Tegn som / : @ # ? % i en adgangskode skrives som %2F %3A %40 %23 %3F %25.",
            "DATABASE_URL has to look like postgresql://user:password@host:5432/name or sqlite:////folder/file. "
            "Characters such as / : @ # ? % in a password are written %2F %3A %40 %23 %3F %25.",
        )
    return parts


def is_there(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is a database to ask: asking for an SQLite one that is not there would make it."""
    if connection.vendor != "sqlite" or connection.connection is not None:
        return True
    return Path(connection.settings_dict["NAME"]).exists()
