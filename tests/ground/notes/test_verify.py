"""A note is verified: its bytes, and its figures on the data as known then and now."""

from datetime import UTC, datetime, timedelta
from shutil import copyfile

import pytest

from maaltal.definitions import load_municipality
from maaltal.documents.notes.edition import SUFFIX
from maaltal.documents.notes.verified import verified_document
from maaltal.documents.numbers import moment, show
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import ground
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way, publish
from maaltal.ground.notes.verify import verify
from maaltal.store import Store
from tests.ground.conftest import NOW
from tests.ground.notes.asking import ANNUAL, EVERY

NAME = "aarsstatus-2024"
LATER = NOW + timedelta(days=3)


def published(folder, out, asked=ANNUAL, formats=("md",)):
    notes = [make(ground(folder, "koebenhavn"), asked, "da")]
    return publish(notes, Way(out, formats)).paths


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
def test_a_fresh_note_holds_in_every_form(folder, tmp_path, asked):
    for path in published(folder, tmp_path, asked)[:1]:
        found = verify(path, None, folder, "koebenhavn")
        assert found.holds
        assert found.same_definitions


def test_a_changed_file_is_not_the_edition(folder, tmp_path):
    path = published(folder, tmp_path)[0]
    path.write_bytes(path.read_bytes().replace(b"97", b"98"))
    found = verify(path, None, folder, "koebenhavn")
    assert (found.is_the_edition, found.holds) == (False, False)
    answers = {row.codes[0]: row.cells[1].value for row in verified_document(found)["verified"].rows}
    assert show(answers["as-known"], "da") == moment(NOW, "da")


def test_data_that_changed_since_are_listed_with_old_and_new(own_folder, tmp_path):
    """Undoing the payroll of 2024 takes its fleksjob away, but not from what was known then."""
    path = published(own_folder, tmp_path / "ud")[0]
    store = Store(own_folder)
    payroll = next(
        batch for batch in store.batches() if batch.source == "placements" and "2023" in batch.file
    )
    store.undo(payroll.id, LATER)
    found = verify(path, None, own_folder, "koebenhavn")
    assert found.is_the_edition
    assert not found.holds
    table = verified_document(found)
    assert "kan ikke opgøres igen" not in show(table["verified"].cell("then", "value").value, "da")
    assert "alle" in show(table["verified"].cell("then", "value").value, "da")


def test_a_correction_shows_where_figures_moved(own_folder, extracts, tmp_path):
    """A corrected payroll of 2024, without its first row, moves fleksjob figures now, and none as known then."""
    from maaltal.core.person_numbers import DEMO_KEY
    from maaltal.intake.keys import Key
    from maaltal.intake.load import Delivery, load

    path = published(own_folder, tmp_path / "ud")[0]
    payroll = next(each for each in extracts if each.name == "loen-2024.csv")
    lines = payroll.read_bytes().splitlines(keepends=True)
    corrected = tmp_path / "loen-2024.csv"
    corrected.write_bytes(b"".join([lines[0], *lines[60:]]))
    load(Delivery(Store(own_folder), corrected, load_municipality(), Key(DEMO_KEY)), LATER)
    found = verify(path, None, own_folder, "koebenhavn")
    document = verified_document(found)
    assert not found.holds
    assert "alle" in show(document["verified"].cell("then", "value").value, "da")
    rows = {row.codes[0]: [cell.value for cell in row.cells[3:]] for row in document["differences"].rows}
    edition, then, now = rows["KK-2024/fleksjob/status"]
    assert edition == then == "1014"
    assert int(str(now)) < 1014


def test_without_the_data_it_says_so(folder, tmp_path):
    path = published(folder, tmp_path / "ud")[0]
    found = verify(path, None, tmp_path / "tomt", "koebenhavn")
    assert found.is_the_edition
    assert not found.holds
    assert "kan ikke opgøres igen: Der er ingen forløb" in show(
        verified_document(found)["verified"].cell("now", "value").value, "da"
    )


def test_the_edition_may_lie_elsewhere(folder, tmp_path):
    published(folder, tmp_path / "ud")
    moved = tmp_path / "omdøbt.md"
    copyfile(tmp_path / "ud" / f"{NAME}.md", moved)
    with pytest.raises(GroundError, match="ligger ingen udgave"):
        verify(moved, None, folder, "koebenhavn")
    assert verify(moved, tmp_path / "ud" / f"{NAME}{SUFFIX}", folder, "koebenhavn").holds


@pytest.mark.parametrize("text", ["", "{}", '{"format": "maaltal-edition/9"}', "[]"])
def test_what_is_no_edition_is_refused(folder, tmp_path, text):
    (tmp_path / "x.edition.json").write_text(text, "utf-8")
    with pytest.raises(GroundError, match="kan ikke læses som en udgave"):
        verify(tmp_path / "x.md", tmp_path / "x.edition.json", folder, "koebenhavn")


def test_the_moment_is_exact():
    assert NOW.microsecond
    assert datetime.fromisoformat(NOW.isoformat()) == NOW.astimezone(UTC)
