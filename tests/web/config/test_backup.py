"""The restore drill: what was backed up is there again, on either database, and nothing is ever overwritten."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from maaltal.store.durable import read_record, write_record
from maaltal.web.config.backup import BackupError, back_up, checked, restore
from tests.web.config.inside import CPR, LONG_AGO
from tests.web.config.installed import POSTGRES, Installation, installation

KINDS = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)
WAYS = [way for way in product(KINDS, KINDS) if POSTGRES == "" or "postgresql" in way]
ON_SQLITE = pytest.mark.parametrize("used", ["sqlite"], indirect=True)


@dataclass(frozen=True)
class InUse:
    """An installation that people have worked in, its rows, and a backup of it."""

    installed: Installation
    rows: dict[str, Any]
    backup: Path


@contextmanager
def in_use(kind: str, folder: Path) -> Iterator[InUse]:
    with installation(kind, folder / "data") as installed:
        rows = installed.ask("filled")
        done = installed.run("backup", folder / "backup")
        assert done.returncode == 0, done.stderr
        yield InUse(installed, rows, folder / "backup")


@pytest.fixture(scope="module")
def used(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InUse]:
    with in_use(request.param, tmp_path_factory.mktemp("used")) as made:
        yield made


@pytest.mark.parametrize(("used", "after"), WAYS, indirect=["used"])
def test_the_drill(used: InUse, after: str, tmp_path: Path) -> None:
    assert used.rows["trail.look"][0]["when"] == str(LONG_AGO)
    with installation(after, tmp_path / "new") as new:
        # When the backup is brought back on another machine
        done = new.run("restore", used.backup)
        assert done.returncode == 0, done.stderr
        # Then every row and file is there, and people go on with their work
        found = new.ask("used_further")
        assert found["rows"] == used.rows
        assert found["login"]
        assert found["events"] == len(used.rows["trail.event"]) + 1
        assert found["damages"] == []
        assert (new.data / "files/årsstatus.pdf").read_bytes() == b"%PDF made up"
        if new.database:
            again = Installation(new.data.with_name("third"), new.database).run("restore", used.backup)
            assert again.returncode == 1
            assert "har allerede tabeller" in again.stderr


@ON_SQLITE
def test_nothing_is_overwritten(used: InUse, settings: Any) -> None:
    with pytest.raises(BackupError, match="is not empty"):
        back_up(used.backup, LONG_AGO)
    settings.MAALTAL_DATA = used.installed.data
    with pytest.raises(BackupError, match="is not empty"):
        restore(used.backup)


@pytest.fixture
def backup(used: InUse, tmp_path: Path) -> Path:
    return Path(copytree(used.backup, tmp_path / "copy"))


@ON_SQLITE
def test_it_holds_no_file_as_it_was_sent_and_nobody_else_may_read_it(used: InUse) -> None:
    made = used.backup
    files = [path for path in made.rglob("*") if path.is_file()]
    assert [path for path in files if CPR.encode() in path.read_bytes()] == []
    assert [path for path in files if path.stat().st_mode & 0o077] == []
    assert not list(made.rglob("uploads"))
    assert list(made.rglob("manifest.json"))


@ON_SQLITE
@pytest.mark.parametrize("what", ["changed", "missing", "added", "unfinished", "list"])
def test_a_damaged_backup_is_refused(backup: Path, what: str) -> None:
    assert checked(backup).rows["accounts.user"] == 6
    users = backup / "register/accounts.user.jsonl"
    match what:
        case "changed":
            users.write_text(users.read_text("utf-8").replace("koordinator", "administrator"), "utf-8")
        case "missing":
            users.unlink()
        case "added":
            (backup / "data/more").touch()
        case "unfinished":
            (backup / "backup.json").unlink()
        case _:
            listed = (backup / "backup.json").read_text("utf-8")
            (backup / "backup.json").write_text(listed.replace('"koebenhavn"', '"aarhus"'), "utf-8")
    with pytest.raises(BackupError):
        checked(backup)


@ON_SQLITE
@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("municipality", "aarhus", "aarhus"),
        ("migrations", {"trail": "0999_from_the_future"}, "from another version"),
        ("format", 99, "newer version"),
    ],
)
def test_a_backup_that_does_not_fit_is_refused_before_anything_is_written(
    backup: Path, tmp_path: Path, settings: Any, key: str, value: object, said: str
) -> None:
    settings.MAALTAL_DATA = tmp_path / "new"
    write_record(backup / "backup.json", read_record(backup / "backup.json") | {key: value})
    with pytest.raises(BackupError, match=said):
        restore(backup)
    assert not settings.MAALTAL_DATA.exists()


@ON_SQLITE
def test_a_damaged_store_makes_no_backup(used: InUse, tmp_path: Path) -> None:
    damaged = Installation(Path(copytree(used.installed.data, tmp_path / "data")), used.installed.database)
    next((damaged.data / "store").rglob("units.json")).write_text("[]")
    done = damaged.run("backup", tmp_path / "backup")
    assert done.returncode == 1
    assert "units.json" in done.stderr
    assert damaged.run("restore", tmp_path / "backup", "--only-check").returncode == 1
