"""A PostgreSQL of one's own for a command: python -m tests.web.postgres COMMAND...

It lies in a temporary folder, listens on a socket there and nowhere else, and is gone when the command ends. As root it
is run by user postgres, because PostgreSQL refuses to be run by root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB"}


@contextmanager
def private_postgres() -> Iterator[str]:
    """The address of a new, empty database."""
    programs = newest_programs()
    with tempfile.TemporaryDirectory(prefix="maaltal-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        run(
            [
                programs / "initdb",
                "-D",
                folder / "data",
                "-U",
                "maaltal",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
            folder,
        )
        settings = {**QUICK, "listen_addresses": "", "unix_socket_directories": str(folder)}
        words = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-s"]
        run([*control, "-l", folder / "log", "-o", words, "start"], folder)
        try:
            run(["createdb", "-h", folder, "-U", "maaltal", "maaltal"], folder)
            yield f"postgresql://maaltal@/maaltal?host={quote(name, safe='')}"
        finally:
            run([*control, "-m", "immediate", "stop"], folder)


def newest_programs() -> Path:
    """Where Debian keeps initdb and pg_ctl, else where PATH finds them."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if installed:
        return installed[-1]
    found = shutil.which("initdb")
    if found is None:
        raise SystemExit("Found no PostgreSQL. Install it (Debian: apt-get install postgresql).")
    return Path(found).parent


def run(words: Sequence[object], folder: Path) -> None:
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_other, *map(str, words)], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def main(words: Sequence[str]) -> int:
    with private_postgres() as address:
        return subprocess.run(words, env=os.environ | {"DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
