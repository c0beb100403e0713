"""Several processes at once: one writes, the others get a clear sentence; everybody may read."""

import subprocess
import sys
from pathlib import Path

import pytest

from maaltal.store import Store, StoreError
from maaltal.store.shelf import leftovers
from tests.store.given import NOON, after, load, row, write_spells

WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    write_spells(tmp_path / "new.parquet", [row("new")])
    return tmp_path / "new.parquet"


def test_the_second_writer_is_refused_until_the_first_has_finished(store, prepared):
    first = load(store, "2023")
    command = [sys.executable, WRITER, "hold", store.folder, prepared]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"staged\n"
        with pytest.raises(StoreError) as refused, store.staging():
            pass
        assert "Another program" in refused.value.render("en")
        with pytest.raises(StoreError, match="Et andet program"):
            store.undo(first.id, NOON)
        assert Store(store.folder).batches() == (first,)
        assert len(leftovers(store.folder)) == 1, "what the other stages is no leftover"
        other.communicate(b"go on\n")
    assert [batch.number for batch in store.batches()] == [1, 2]
    assert load(store, "2024", at=after(1)).number == 3


def test_many_writers_at_once_lose_nothing(store, prepared):
    command = [sys.executable, WRITER, "some", store.folder, prepared, "4"]
    writers = [subprocess.Popen(command) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert [batch.number for batch in store.batches()] == list(range(1, 13))
    assert store.verify() == ()


def test_one_process_cannot_stage_twice_at_once(store):
    with store.staging() as staging:
        with pytest.raises(StoreError, match="Et andet program"), Store(store.folder).staging():
            pass
        assert staging.is_dir()


def leave_something(store):
    (store.folder / "staging" / "12345").mkdir()
    (store.folder / "staging" / "12345" / "spells.parquet").write_text("half")
    (store.folder / "undone" / "x.json.12345.new").write_text("half")
    (store.folder / "store.json.12345.new").write_text("half")


def test_what_a_killed_writer_left_is_cleared_by_the_next_who_opens(store):
    load(store, "2024")
    leave_something(store)
    Store(store.folder)
    assert leftovers(store.folder) == []
    assert len(store.batches()) == 1


def test_what_a_killed_writer_left_is_cleared_by_the_next_who_writes(store):
    load(store, "2024")
    leave_something(store)
    with store.staging() as staging:
        assert leftovers(store.folder) == [staging]
