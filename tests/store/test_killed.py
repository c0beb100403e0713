"""Kill -9 at any moment: afterwards the store is as before or as after, and the next load works."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from maaltal.core.spells import Spell
from maaltal.store import Store, spells
from maaltal.store.shelf import leftovers
from tests.store import writer
from tests.store.given import load, row, write_spells

WRITER = Path(__file__).with_name("writer.py")


type State = tuple[list[tuple[str, object]], list[Spell]]


def state(store: Store) -> State:
    """All that a reader can see."""
    return [(batch.id, batch.undone_at) for batch in store.batches()], spells(store.view())


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    write_spells(tmp_path / "new.parquet", [row("new")])
    return tmp_path / "new.parquet"


@pytest.fixture(autouse=True)
def what_the_killed_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A killed program cannot delete its temporary files: they go with the test's own."""
    (tmp_path / "left").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "left"))


def kill_at_each_step(verb: str, base: Path, prepared: Path) -> list[State]:
    """The states of the copies of `base`, each killed one step later than the one before; the last one survived."""
    subprocess.run([sys.executable, WRITER, verb, base, prepared], check=True)
    folders = sorted(
        base.parent.glob(f"{base.name}-*"), key=lambda folder: int(folder.name.rpartition("-")[2])
    )
    return [state_after(folder, prepared) for folder in folders]


def state_after(folder: Path, prepared: Path) -> State:
    store = Store(folder)
    found = state(store)
    assert not leftovers(folder)
    assert store.verify() == ()
    writer.load(store, prepared)
    assert len(store.batches()) == len(found[0]) + 1
    return found


def turn(states: list[State]) -> int:
    """How many copies are as before. Those after them are as after."""
    before, after = states[0], states[-1]
    assert before != after
    kept = states.count(before)
    assert states == [before] * kept + [after] * (len(states) - kept)
    return kept


def test_the_first_load_of_all(tmp_path, prepared):
    states = kill_at_each_step("each-step-of-load", tmp_path / "base", prepared)
    assert turn(states) > 10
    assert states[0] == ([], [])


def test_a_load_that_replaces(tmp_path, prepared):
    load(Store(tmp_path / "base"), "2024", [row("old")])
    states = kill_at_each_step("each-step-of-load", tmp_path / "base", prepared)
    assert turn(states) > 10
    assert [batch for batch, _ in states[-1][0]] == ["2025-0001-placements", "2025-0002-placements"]


def test_an_undoing(tmp_path, prepared):
    load(Store(tmp_path / "base"), "2024", [row("old")])
    assert turn(kill_at_each_step("each-step-of-undo", tmp_path / "base", prepared)) > 3


@pytest.mark.parametrize("milliseconds", [0, 3, 7, 12, 18, 25, 33, 50])
def test_somewhere_in_the_midst_of_many_loads(store, prepared, milliseconds):
    load(store, "2024", [row("old")])
    with subprocess.Popen(
        [sys.executable, WRITER, "for-ever", store.folder, prepared], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(milliseconds / 1000)
        writer.kill()
    seen = Store(store.folder)
    numbers = [batch.number for batch in seen.batches()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [spell.person for spell in spells(seen.view())] == ["old" if len(numbers) == 1 else "new"]
    assert seen.verify() == ()
    assert not leftovers(store.folder)
    assert load(seen, "2024").number == len(numbers) + 1
