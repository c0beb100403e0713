"""The database's way from version to version."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from maaltal.web.config.backup import checked
from maaltal.web.config.newer import newer
from maaltal.web.config.readiness import missing
from maaltal.web.config.said import SaidError
from maaltal.web.config.starting import prepare
from tests.web.config.first_version import FOLDER, PERSON
from tests.web.config.installed import POSTGRES, installation


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    out = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(f"run: maaltal-web manage makemigrations\n{out.getvalue()}")


@pytest.mark.django_db
def test_a_database_that_a_newer_version_had_is_told_of_and_left_alone() -> None:
    loader = MigrationLoader(connection)
    assert newer(loader) is None
    MigrationRecorder(connection).record_applied("trail", "0999_from_the_future")
    told = newer(MigrationLoader(connection))
    assert told
    assert all("trail.0999_from_the_future" in words for words in (told.da, told.en))
    assert told in missing({})
    with pytest.raises(SaidError, match="0999_from_the_future"):
        prepare()


@pytest.mark.django_db
def test_what_another_program_or_an_extra_applied_is_none_of_ours() -> None:
    MigrationRecorder(connection).record_applied("djangosaml2", "0001_initial")
    assert newer(MigrationLoader(connection)) is None


@pytest.mark.parametrize("kind", ["postgresql" if POSTGRES else "sqlite"])
def test_the_first_versions_register_comes_up_to_this_one(kind: str, tmp_path: Path) -> None:
    """Through every migration, with rows in the tables; what people had put there is there."""
    with installation(kind, tmp_path / "data") as installed:
        done = installed.run("restore", FOLDER)
        assert done.returncode == 0, done.stderr
        found = installed.ask("everything")
        # What the program itself puts in, such as the target sets of its definitions, may have come besides.
        assert [name for name, count in checked(FOLDER).rows.items() if len(found[name]) < count] == []
        assert found["accounts.user"][0]["name"] == "Asta Opdigt"
        assert found["targets.target"][0]["number"] == 112
        assert found["trail.seen"][0]["person"] == PERSON
