"""Files on their way into a store: looked over, loaded, loaded again, corrected."""

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow.parquet as pq
import pytest

from maaltal.core.periods import year
from maaltal.intake.errors import IntakeError
from maaltal.intake.keys import Key
from maaltal.intake.load import Delivery, check, load
from maaltal.intake.receive import Asked
from maaltal.intake.received import read_findings
from maaltal.store.errors import StoreError
from maaltal.store.store import Store
from tests.intake.made import (
    EMPLOYEE,
    KEY,
    MUNICIPALITY,
    ORGANISATION,
    OUTCOME,
    OUTCOMES,
    PAYROLL,
    PLACEMENT,
    PLACEMENTS,
    UNIT,
    write,
)


def loading(delivery: Delivery, at: datetime) -> Any:
    """`load`, whose results here are known to be there."""
    return load(delivery, at)


AT = datetime(2025, 2, 1, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
OF_E9 = PLACEMENT | {"Enhed": "E9"}
OTHER = OF_E9 | {"CPR-nummer": "620290-1234"}
BAD = OF_E9 | {"CPR-nummer": "630390-1234", "Enhed": "E77"}
UNREADABLE = OF_E9 | {"CPR-nummer": "6403901234x"}


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "store")
    loading(deliver(store, write(tmp_path / "organisation.csv", ORGANISATION, UNIT)), AT)
    return store


def deliver(store, file, key=KEY, **asked):
    return Delivery(store, file, MUNICIPALITY, key, Asked(period=year(2024), **asked))


def test_check_stores_nothing(tmp_path, store):
    with check(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, BAD))) as checked:
        assert checked.difference
        assert (checked.received.accepted, checked.received.rejected, checked.difference.new) == (1, 1, 1)
        assert [finding.rule.code for finding in checked.received.findings] == ["unknown-unit"]
        assert checked.received.rejected_file
    assert len(store.batches()) == 1


def test_load_makes_a_batch(tmp_path, store):
    loaded = loading(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, BAD)), AT)
    assert not loaded.already
    assert (loaded.batch.source, loaded.batch.accepted, loaded.batch.rejected) == ("placements", 1, 1)
    assert store.view().parts[0].path == loaded.batch.content_path
    assert [f.rule.code for f in read_findings(loaded.batch.folder, loaded.batch.file)] == ["unknown-unit"]
    assert store.verify() == ()


def test_the_same_file_twice_changes_nothing(tmp_path, store):
    delivery = deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, BAD))
    first, again = loading(delivery, AT), loading(delivery, AT + HOUR)
    assert again.already
    assert again.batch.id == first.batch.id
    assert len(store.batches()) == 2
    assert [finding.rule.code for finding in again.received.findings] == ["unknown-unit"]


def test_the_same_file_is_loaded_again_when_the_organisation_makes_it_another(tmp_path, store):
    delivery = deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, BAD))
    loading(delivery, AT)
    loading(
        deliver(
            store,
            write(tmp_path / "o2.csv", ORGANISATION, UNIT, UNIT | {"Enhedskode": "E77", "P-nummer": ""}),
        ),
        AT,
    )
    again = loading(delivery, AT + HOUR)
    assert (again.already, again.batch.accepted, again.difference.new) == (False, 2, 1)


def test_a_later_extract_replaces_the_earlier(tmp_path, store):
    loading(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, OTHER)), AT)
    changed = OF_E9 | {"Slutdato": "30-09-2024"}
    loaded = loading(deliver(store, write(tmp_path / "q.csv", PLACEMENTS, changed)), AT + HOUR)
    assert (loaded.difference.new, loaded.difference.changed, loaded.difference.gone) == (0, 1, 1)
    assert [part.batch for part in store.view().parts] == [loaded.batch.id]


def test_outcomes_are_stored_beside_the_spells(tmp_path, store):
    delivery = deliver(store, write(tmp_path / "udfald.csv", OUTCOMES, OUTCOME))
    assert loading(delivery, AT).difference is None
    assert loading(delivery, AT + HOUR).already
    assert pq.read_table(store.view().outcomes[0].path).to_pylist()[0]["kind"] == "job"


def test_another_key_is_refused(tmp_path, store):
    loading(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9)), AT)
    file = write(tmp_path / "loen.csv", PAYROLL, EMPLOYEE | {"Afdeling": "E9"})
    with pytest.raises(StoreError):
        loading(deliver(store, file, Key(b"another key that is long enough")), AT + HOUR)
    assert len(store.batches()) == 2


# --- rejected rows that come back


@pytest.fixture
def rejected(tmp_path, store):
    """A batch with one good row, one of an unknown unit and one whose person cannot be read."""
    return loading(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, OF_E9, BAD, UNREADABLE)), AT)


def correct(rejected, file, mend):
    """Rewrite the file of rejected rows as a user would."""
    with rejected.received.rejected_file.open(encoding="utf-8-sig", newline="") as opened:
        header, *rows = csv.reader(opened, delimiter=";")
    kept = [row for row in (mend(dict(zip(header, row, strict=True))) for row in rows) if row]
    return write(file, header, *kept)


def mend_unit(row):
    return row | {"Enhed": "E9"}


def mend_both(row):
    return mend_unit(row) | ({"CPR-nummer": "640390-1234"} if "ulæseligt" in row["CPR-nummer"] else {})


def test_the_file_of_rejected_rows(rejected):
    text = rejected.received.rejected_file.read_bytes()
    assert text.startswith("﻿maaltal_batch;maaltal_row;CPR-nummer;".encode())
    header, *rows = csv.reader(text.decode("utf-8-sig").splitlines(), delimiter=";")
    assert header[2:-1] == list(PLACEMENTS)
    assert [row[:2] for row in rows] == [[rejected.batch.id, "3"], [rejected.batch.id, "4"]]
    assert rows[0][2] == f"pseudonym:{KEY.pseudonym('6303901234')}"
    assert rows[1][2].startswith("[ulæseligt")
    assert "står ikke i organisationen" in rows[0][-1]


def test_corrected_rows_join_their_batch(tmp_path, store, rejected):
    file = correct(rejected, tmp_path / "rettet.csv", mend_both)
    loaded = loading(deliver(store, file), AT + HOUR)
    assert (loaded.batch.corrects, loaded.batch.period) == (rejected.batch.id, rejected.batch.period)
    assert (loaded.batch.accepted, loaded.batch.rejected, loaded.received.kept) == (3, 0, 1)
    rows = pq.read_table(loaded.batch.content_path).to_pylist()
    assert {(row["person"], row["source_row"]) for row in rows} == {
        (KEY.pseudonym("6101901234"), 2), (KEY.pseudonym("6303901234"), 3), (KEY.pseudonym("6403901234"), 4),
    }  # fmt: skip
    assert [part.batch for part in store.view().parts] == [loaded.batch.id]
    assert loading(deliver(store, file), AT + 2 * HOUR).already


def test_rows_that_are_not_sent_again_stay_rejected(tmp_path, store, rejected):
    file = correct(
        rejected, tmp_path / "rettet.csv", lambda row: row["maaltal_row"] == "3" and mend_unit(row)
    )
    loaded = loading(deliver(store, file), AT + HOUR)
    assert (loaded.batch.accepted, loaded.batch.rejected) == (2, 1)
    last = correct(loaded, tmp_path / "rettet2.csv", mend_both)
    assert loading(deliver(store, last), AT + 2 * HOUR).batch.accepted == 3


def test_rows_that_are_still_wrong_are_rejected_again(tmp_path, store, rejected):
    file = correct(rejected, tmp_path / "rettet.csv", lambda row: row | {"Enhed": "E78"})
    loaded = loading(deliver(store, file), AT + HOUR)
    assert (loaded.batch.accepted, loaded.batch.rejected) == (1, 2)
    final = correct(loaded, tmp_path / "rettet2.csv", mend_both)
    assert loading(deliver(store, final), AT + 2 * HOUR).batch.rejected == 0


def test_a_batch_that_was_replaced_is_not_corrected_any_more(tmp_path, store, rejected):
    first = correct(rejected, tmp_path / "rettet.csv", mend_unit)
    loading(deliver(store, first), AT + HOUR)
    again = correct(rejected, tmp_path / "rettet2.csv", mend_both)
    with pytest.raises(IntakeError, match="afløst"):
        loading(deliver(store, again), AT + 2 * HOUR)


def test_corrections_need_the_same_key_and_one_batch(tmp_path, store, rejected):
    file = correct(rejected, tmp_path / "rettet.csv", mend_both)
    with pytest.raises(IntakeError, match="anden nøgle"):
        loading(deliver(store, file, Key(b"another key that is long enough")), AT + HOUR)
    mixed = correct(
        rejected,
        tmp_path / "x.csv",
        lambda row: row | ({"maaltal_batch": "b"} if row["maaltal_row"] == "4" else {}),
    )
    with pytest.raises(IntakeError, match="én leverance ad gangen"):
        loading(deliver(store, mixed), AT + HOUR)


def test_a_pseudonym_is_no_person_number_elsewhere(tmp_path, store):
    row = OF_E9 | {"CPR-nummer": f"pseudonym:{KEY.pseudonym('6101901234')}"}
    assert loading(deliver(store, write(tmp_path / "p.csv", PLACEMENTS, row)), AT).batch.rejected == 1


def test_the_rejected_rows_of_an_organisation_say_why(tmp_path, store):
    file = write(
        tmp_path / "o2.csv", ORGANISATION, UNIT, UNIT | {"Enhedskode": "", "Navn": "Hus 610190-1234"}
    )
    loaded = loading(replace(deliver(store, file), key=None), AT + HOUR)
    assert (loaded.batch.accepted, loaded.batch.rejected, loaded.batch.period) == (1, 1, None)
    text = loaded.received.rejected_file.read_text("utf-8-sig")
    assert "Hus ******-****" in text
    assert "Cellen med enhedskode er tom" in text
