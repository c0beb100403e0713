"""Notes are written whole or not at all, the same bytes each time, and never over another edition unasked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from maaltal.core.scenarios import Move, Scenario
from maaltal.core.text import same
from maaltal.documents.notes.edition import SUFFIX, read_edition
from maaltal.documents.notes.template import Template, built_in
from maaltal.documents.numbers import show
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import ground
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import WRITERS, Way, publish
from tests.ground.notes.asking import ANNUAL, EVERY, MONTHLY, PROPOSAL

NAME = "aarsstatus-2024"


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
def test_the_same_input_gives_the_same_bytes(folder, asked, tmp_path):
    for out in ("en", "to"):
        publish(
            [make(ground(folder, "koebenhavn"), asked, "da")],
            Way(tmp_path / out, tuple(WRITERS), despite_findings=True),
        )
    first = written(tmp_path / "en")
    assert len(first) == len(WRITERS) + 1
    assert first == written(tmp_path / "to")


def test_the_edition_says_what_the_note_is_made_of(stands_on, tmp_path):
    publish([make(stands_on, ANNUAL, "da")], Way(tmp_path, ("md",)))
    edition = read_edition((tmp_path / f"{NAME}{SUFFIX}").read_text("utf-8"))
    made_of = edition.made_of
    assert (made_of["target_set"], made_of["method"], made_of["municipality"]) == (
        "2024-2025",
        "target-weighted",
        "KK",
    )
    assert made_of["template"] == {"name": "annual.da.md", "sha256": built_in("annual", "da").sha256}
    assert {batch["source"] for batch in made_of["batches"]} == {"organisation", "placements", "payroll"}
    assert all(len(batch["sha256"]) == 64 for batch in made_of["batches"])
    assert edition.cells["KK-2024", "fleksjob", "target"] == 900
    assert "/" in str(
        edition.cells["KK-2024", "placements", "fulfilment"]
        if ("KK-2024", "placements", "fulfilment") in edition.cells
        else edition.cells["KK-2024", "loentilskud", "fulfilment"]
    )
    assert list(edition.files) == [f"{NAME}.md"]


def test_another_template_is_told(stands_on, tmp_path):
    own = Template("egen.md", built_in("annual", "da").text.replace("Resumé", "Kort fortalt"))
    publish([make(stands_on, ANNUAL, "da", own)], Way(tmp_path, ("md",)))
    assert "## Kort fortalt" in (tmp_path / f"{NAME}.md").read_text("utf-8")
    assert (
        json.loads((tmp_path / f"{NAME}{SUFFIX}").read_text("utf-8"))["made_of"]["template"]["sha256"]
        == own.sha256
    )


def test_a_pdf_alone_is_not_refused_for_how_a_pdf_is_read(stands_on, tmp_path):
    """One column of residuals among four: in a PDF nobody can tell which columns are models."""
    moved = Scenario("M", same("M"), (Move(1, "placements", "fleksjob"),))
    note = make(stands_on, replace(PROPOSAL, scenarios=(moved,), ordinary_staff=None, cost=None), "da")
    assert publish([note], Way(tmp_path, ("pdf",))).findings == ()


@pytest.mark.parametrize("form", ["docx", "html", "md", "xlsx"])
def test_a_model_may_be_called_anything(stands_on, tmp_path, form):
    moved = Scenario("M", same("Flere unge"), (Move(1, "placements", "fleksjob"),))
    note = make(stands_on, replace(PROPOSAL, scenarios=(moved,), ordinary_staff=None, cost=None), "da")
    assert publish([note], Way(tmp_path, (form,))).findings == ()


def test_several_notes_are_written_together(stands_on, tmp_path):
    notes = [make(stands_on, asked, "da") for asked in (MONTHLY, PROPOSAL)]
    paths = publish(notes, Way(tmp_path / "ud", ("md",))).paths
    assert [path.name for path in paths] == [
        "maaltalsforslag-2026.md", "maanedsstatus-BUF-2024-10.md",
        "maaltalsforslag-2026.edition.json", "maanedsstatus-BUF-2024-10.edition.json",
    ]  # fmt: skip


def test_an_error_in_the_note_stops_it_and_leaves_nothing(stands_on, tmp_path):
    """Somebody types a figure that contradicts the tables."""
    wrong = built_in("annual", "da").text.replace("er {{ now.combined.fulfilment }}.", "er 96 pct.")
    note = make(stands_on, ANNUAL, "da", Template("egen.md", wrong))
    out = tmp_path / "ud"
    with pytest.raises(GroundError) as error:
        publish([note], Way(out, ("docx", "md")))
    assert error.value.reason == "findings"
    assert "--despite-findings" in error.value.sentence.render("da", show)
    assert not out.exists()
    done = publish([note], Way(out, ("md",), despite_findings=True))
    assert [name for name, _ in done.findings] == [NAME] * len(done.findings)
    assert done.findings
    assert (out / f"{NAME}.md").exists()


def test_an_edition_is_not_written_over_unasked(stands_on, tmp_path):
    publish([make(stands_on, ANNUAL, "da")], Way(tmp_path, ("md",)))
    before = written(tmp_path)
    own = Template("egen.md", built_in("annual", "da").text.replace("Resumé", "Kort fortalt"))
    other = make(stands_on, ANNUAL, "da", own)
    with pytest.raises(GroundError, match="findes allerede"):
        publish([other], Way(tmp_path, ("md",)))
    assert written(tmp_path) == before
    publish([make(stands_on, ANNUAL, "da")], Way(tmp_path, ("md",)))
    publish([other], Way(tmp_path, ("md",), replace=True))
    assert written(tmp_path) != before


def test_a_folder_that_cannot_be_written_is_one_sentence(stands_on, tmp_path):
    (tmp_path / "fil").write_text("her", "utf-8")
    with pytest.raises(GroundError, match="Der kan ikke skrives i") as error:
        publish([make(stands_on, ANNUAL, "da")], Way(tmp_path / "fil" / "ud", ("md",)))
    assert error.value.reason == "question"
    assert [path.name for path in tmp_path.iterdir()] == ["fil"]
