"""Whether a disk without room is why something failed: then it helps to say so, and trying again does not."""

from __future__ import annotations

import errno
import sqlite3

from psycopg.errors import DiskFull

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(problem: BaseException | None) -> bool:
    """The error, or what it came of, as the operating system, SQLite or PostgreSQL tells it."""
    match problem:
        case None:
            return False
        case OSError(errno=number) if number in NO_ROOM:
            return True
        case sqlite3.Error(sqlite_errorcode=sqlite3.SQLITE_FULL) | DiskFull():
            return True
    return is_full(problem.__cause__)
