"""The store's own health, from the command line."""

from pathlib import Path

from click.testing import CliRunner

from maaltal.cli.__main__ import root
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.sample import write


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    store = tmp_path / "lager"
    organisation = next(
        file.path for file in write(tmp_path / "udtræk", 2024).files if file.path.suffix == ".xlsx"
    )
    runner = CliRunner(env={"MAALTAL_STORE": str(store), "MAALTAL_KEY": DEMO_KEY.decode()})
    missing = runner.invoke(root, ["verify"])
    assert (missing.exit_code, missing.stderr) == (3, f"Fejl: Der er intet lager i {store}.\n")
    assert runner.invoke(root, ["load", str(organisation)]).exit_code == 0
    assert runner.invoke(root, ["verify"]).exit_code == 0
    units = next(store.rglob("units.json"))
    units.chmod(0o644)
    units.write_bytes(units.read_bytes() + b" ")
    damaged = runner.invoke(root, ["verify"])
    assert damaged.exit_code == 5
    assert "units.json" in damaged.stdout
