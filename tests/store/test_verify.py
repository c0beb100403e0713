"""Damage is found and named, and nothing is reckoned from it."""

import json

import pytest

from maaltal.store import SPELLS, StoreError
from tests.store.given import after, load, load_units


@pytest.fixture
def batch(store):
    load(store, "2023")
    return load(store, "2024", at=after(1))


def damages(store) -> list[tuple[str, str]]:
    return [(damage.file, damage.what.en) for damage in store.verify()]


def test_all_is_well(store, batch):
    store.undo(batch.id, after(2))
    assert store.verify() == ()


def test_one_flipped_bit_is_found(store, batch):
    path = batch.folder / SPELLS
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert damages(store) == [(f"batches/{batch.id}/{SPELLS}", "the content is not what was stored")]


def test_missing_and_unknown_files_are_found(store, batch):
    (batch.folder / SPELLS).rename(batch.folder / "elsewhere.parquet")
    assert damages(store) == [
        (f"batches/{batch.id}/elsewhere.parquet", "does not belong here"),
        (f"batches/{batch.id}/{SPELLS}", "is missing"),
    ]


def test_an_altered_manifest_is_found_and_stops_all_reading(store, batch):
    path = batch.folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"accepted": 2}))
    assert damages(store) == [(f"batches/{batch.id}/manifest.json", "the content is not what was stored")]
    with pytest.raises(StoreError, match=batch.id):
        store.view()


def test_a_missing_manifest_is_found(store, batch):
    (batch.folder / "manifest.json").unlink()
    assert damages(store) == [(f"batches/{batch.id}/manifest.json", "is missing")]


def test_an_altered_undoing_is_found_and_stops_all_reading(store, batch):
    store.undo(batch.id, after(2))
    record = store.folder / "undone" / f"{batch.id}.json"
    record.write_text(record.read_text().replace("2025-01-03", "2025-01-04"))
    assert damages(store) == [(f"undone/{batch.id}.json", "the content is not what was stored")]
    with pytest.raises(StoreError, match="beskadiget"):
        store.batches()


def test_a_batch_that_was_undone_and_is_lost_is_found(store, batch):
    store.undo(batch.id, after(2))
    batch.folder.rename(store.folder.parent / "lost")
    assert damages(store) == [(f"batches/{batch.id}", "is missing")]


def test_a_batch_in_the_middle_that_is_lost_is_found(store, batch):
    load(store, "2022", at=after(2))
    batch.folder.rename(store.folder.parent / "lost")
    assert damages(store) == [("batches/*-0002-*", "is missing")]


def test_a_damaged_organisation_stops_all_reading(store):
    organisation = load_units(store, [])
    (organisation.folder / "units.json").write_text("{")
    with pytest.raises(StoreError, match=rf"beskadiget: batches/{organisation.id}/units\.json indholdet"):
        store.view()


def test_what_goes_wrong_for_other_reasons_is_no_damage(store, batch):
    with pytest.raises(ZeroDivisionError), store.reading():
        _ = 1 / 0
