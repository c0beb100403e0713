"""A store's folder, its batches, and what it refuses."""

import json
from datetime import UTC, datetime

import pytest

from maaltal.core.periods import parse_period
from maaltal.store import SPELLS, Store, StoreError, spells
from maaltal.store.shelf import FORMAT
from tests.store.given import NOON, after, commit, load, load_units, row, write_spells


def test_reading_makes_nothing(tmp_path):
    store = Store(tmp_path / "not yet")
    assert not store.batches()
    assert not store.view().parts
    assert not store.verify()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made_at_the_first_write(tmp_path):
    store = Store(tmp_path / "deep" / "down")
    load(store, "2024")
    assert [batch.id for batch in Store(tmp_path / "deep" / "down").batches()] == ["2025-0001-placements"]


def test_an_empty_folder_becomes_a_store(tmp_path):
    load(Store(tmp_path), "2024")
    assert len(Store(tmp_path).batches()) == 1


def test_somebody_elses_folder_is_refused_and_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="ikke et lager"):
        Store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_was_filled_since_is_refused_too(tmp_path):
    store = Store(tmp_path)
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="ikke et lager"), store.staging():
        pass


def test_a_file_is_no_store(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="ikke et lager"):
        Store(tmp_path / "file")


def test_a_newer_format_is_refused(store):
    load(store, "2024")
    (store.folder / "store.json").write_text(json.dumps({"format": FORMAT + 1, "what else": "unknown"}))
    with pytest.raises(StoreError) as refused:
        Store(store.folder)
    assert "newer version" in refused.value.render("en")


def test_a_damaged_format_file_is_refused(store):
    load(store, "2024")
    (store.folder / "store.json").write_text("{")
    with pytest.raises(StoreError, match="beskadiget"):
        Store(store.folder)


def test_a_batch_comes_back_as_it_was_committed(store):
    batch = load(
        store,
        "2024-01..2024-10",
        [row()],
        set_aside=2,
        rejected=3,
        notes=4,
        corrects="earlier",
        sha256="a" * 64,
    )
    assert store.batches() == (batch,)
    assert (batch.accepted, batch.set_aside, batch.rejected, batch.notes) == (1, 2, 3, 4)
    assert (batch.corrects, batch.sha256, batch.period) == (
        "earlier",
        "a" * 64,
        parse_period("2024-01..2024-10"),
    )


def test_other_files_of_a_batch_are_kept_with_it(store):
    with store.staging() as staging:
        write_spells(staging / SPELLS, [row()])
        (staging / "more").mkdir()
        (staging / "more" / "rejected.csv").write_text("x")
        batch = commit(store, staging, parse_period("2024"), NOON)
    assert (batch.folder / "more" / "rejected.csv").read_text() == "x"
    assert [file.name for file in batch.files] == ["more/rejected.csv", SPELLS]
    assert batch.content == SPELLS


def test_what_is_not_committed_leaves_nothing(store):
    with store.staging() as staging:
        write_spells(staging / SPELLS, [row()])
    assert not staging.exists()
    assert store.batches() == ()


def test_an_error_while_staging_is_the_callers_own(store):
    with pytest.raises(FileNotFoundError), store.staging() as staging:
        (staging / "absent").read_text()
    assert not staging.exists()


def test_ids_sort_as_loaded_and_are_never_used_again(store):
    first, second = load(store, "2024"), load(store, "2024", source="Løn og flex", at=after(400))
    store.undo(second.id, after(401))
    third = load(store, "2024", at=after(402))
    assert [first.id, second.id, third.id] == [
        "2025-0001-placements",
        "2026-0002-Løn og flex",
        "2026-0003-placements",
    ]


@pytest.mark.parametrize("source", ["", "a/b", "../up", ".hidden", "list of 010190-1234"])
def test_a_source_must_be_fit_for_a_file_name(store, source):
    with pytest.raises(StoreError, match="kilde") as refused:
        load(store, "2024", source=source)
    assert "010190" not in str(refused.value)


def test_a_persons_number_in_a_file_name_is_masked(store):
    batch = load(store, "2024", file_name="svar til 0101901234.csv")
    assert batch.file == "svar til ******-****.csv"
    assert "0101901234" not in (batch.folder / "manifest.json").read_text()


def test_the_first_key_binds_the_store(store):
    load_units(store, [])
    load(store, "2024", key_fingerprint="mine")
    load(store, "2025", key_fingerprint="mine")
    load_units(store, [])
    with pytest.raises(StoreError, match="Nøglen"):
        store.check_key("another")
    with pytest.raises(StoreError, match="Nøglen"):
        load(store, "2025", key_fingerprint="another")
    assert len(store.batches()) == 4


def test_spells_without_the_agreed_columns_are_refused(store):
    with store.staging() as staging:
        write_spells(staging / "wrong.parquet", [row()])
        (staging / "wrong.parquet").rename(staging / "outcomes.parquet")
        with pytest.raises(ValueError, match="a period"):
            commit(store, staging, None, NOON)
        (staging / SPELLS).write_bytes((staging / "outcomes.parquet").read_bytes())
        with pytest.raises(ValueError, match="holds one of"):
            commit(store, staging, parse_period("2024"), NOON)


def test_a_moment_needs_a_time_zone_and_comes_after_the_last(store):
    load(store, "2024", at=after(1))
    with pytest.raises(ValueError, match="time zone"):
        load(store, "2024", at=datetime(2025, 6, 1))  # noqa: DTZ001
    with pytest.raises(StoreError, match="Uret"):
        load(store, "2024", at=after(0))
    with pytest.raises(StoreError, match="Uret"):
        store.undo("2025-0001-placements", after(0))


def test_undoing_twice_or_the_unknown_is_an_error(store):
    batch = load(store, "2024")
    assert store.undo(batch.id, after(1)).undone_at == store.batches()[0].undone_at == after(1)
    with pytest.raises(StoreError, match="allerede"):
        store.undo(batch.id, after(2))
    with pytest.raises(StoreError, match="ingen leverance"):
        store.undo("2025-0099-placements", after(2))


def test_the_same_file_is_known_while_it_counts(store):
    loaded = load(store, "2024", sha256="a" * 64)
    whole = ("a" * 64, "placements", parse_period("2024"))
    assert store.same_file(*whole) == loaded
    assert store.same_file("b" * 64, *whole[1:]) is None
    assert store.same_file("a" * 64, "payroll", parse_period("2024")) is None
    assert store.same_file("a" * 64, "placements", parse_period("2024-10")) is None
    load(store, "2024-03", at=after(1))
    assert store.same_file(*whole) == loaded
    newer = load(store, "2024", at=after(2))
    assert store.same_file(*whole) is None
    store.undo(newer.id, after(3))
    assert store.same_file(*whole) == loaded
    store.undo(loaded.id, after(4))
    assert store.same_file(*whole) is None


@pytest.mark.parametrize("name", ["it's here", 'a "b" c', "æøå ÆØÅ", "a*b?[c]", "{1,2}", "%20;--", "[!a]"])
def test_any_folder_name_works(tmp_path, name):
    decoy = load(Store(tmp_path / "aXbYc"), "2024", [row("decoy")])
    store = Store(tmp_path / name)
    with store.staging() as staging:
        write_spells(staging / SPELLS, [row("anna")])
        assert store.difference(staging, "placements", parse_period("2024")).new == 1
        commit(store, staging, parse_period("2024"), NOON)
    assert [spell.person for spell in spells(store.view())] == ["anna"]
    assert decoy.folder != store.batches()[0].folder


def test_times_are_kept_in_utc(store):
    from zoneinfo import ZoneInfo

    batch = load(store, "2024", at=datetime(2025, 7, 1, 1, 30, tzinfo=ZoneInfo("Europe/Copenhagen")))
    assert store.batches()[0].loaded_at == datetime(2025, 6, 30, 23, 30, tzinfo=UTC) == batch.loaded_at
    assert batch.loaded_at.tzinfo is UTC
