"""The same note gives the same findings, whatever kind of file it is."""

import re
from pathlib import Path

import pytest

from maaltal.core.audit.printing import shown
from maaltal.intake.notes.audit import audit_file
from maaltal.intake.notes.formats.text import split_lines
from maaltal.intake.notes.recognise import recognise
from tests.audit.as_files import WRITERS
from tests.audit.corrected import corrected, source
from tests.audit.reading import audit_text, in_words


def findings(path: Path) -> list[str]:
    """Without line numbers, which are the file's own."""
    report = audit_file(path)
    return sorted(
        re.sub(r" \(linje \d+\)", "", words) for words in in_words(shown(report, with_explained=False))
    )


EXPECTED = [
    "contradiction: tabel 2 er for 2023, men kolonnen med antal forløb har overskriften 2024.",
    "error: tabel 9, Antal forløb, Antal forløb: 174 kan ikke passe; det skal være 253.",
    "one-of: tabel 2: et af 5 tal kan ikke passe. | 289 → 590 | 2.278 → 2.579 | 22 → 323 | 305 → 606 | 3.195 → 2.894",
    "residual: forvaltningernes måltal for fleksjob: 47 + 376 + 33 + 157 + 164 + 52 + 70 = 899, men der står 900: delene er afrundet hver for sig.",
]


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_yearly_status_gives_its_findings_in_every_format(suffix, tmp_path):
    path = tmp_path / f"note{suffix}"
    WRITERS[suffix](path, source("yearly_status_2024"))
    assert findings(path) == EXPECTED


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_corrected_note_is_clean_in_every_format(suffix, tmp_path):
    path = tmp_path / f"note{suffix}"
    WRITERS[suffix](path, corrected("yearly_status_2024"))
    assert findings(path) == []


def test_the_words_of_a_figure_below_a_table_are_no_rows_of_it():
    note = corrected("yearly_status_2024")
    row = "<b>Samlet målopfyldelse (vægtet gennemsnit***)</b>\t\t\t\t<b>97 pct.</b>\t\n"
    figure = "\nFigur 1: Udviklingen\n\n1.200 Måltal 1.084\n\nFleksjob (antal ansatte)\n\n958 962 900 113\n"
    assert row in note
    report = audit_text(note.replace(row, row + figure))
    assert in_words(shown(report, with_explained=False)) == []


def test_a_note_below_a_table_without_combined_fulfilment_is_no_row_of_it():
    note = corrected("yearly_status_2024")
    row = "<b>Samlet målopfyldelse (vægtet gennemsnit***)</b>\t\t\t\t<b>120 pct.</b>\t\n"
    dashed = "<b>Samlet målopfyldelse</b>\t\t\t\t–\t\n\nDer er ikke fastsat et måltal for BIF for fleksjob i måltalssættet 2017.\n"
    assert row in note
    report = audit_text(note.replace(row, dashed))
    assert in_words(shown(report, with_explained=False)) == []


def test_a_caption_that_goes_on_with_part_of_a_year_keeps_its_year():
    for part in ("1. kvartal", "quarter 1", "31. december"):
        title = f"Tabel 1: Status og målopfyldelse for de særlige jobordninger i Københavns Kommune\nfor {part} 2024, samt antal forløb"
        note = corrected("yearly_status_2024").replace(
            "Tabel 1: Status og målopfyldelse for de særlige jobordninger i Københavns Kommune for 2024, samt antal forløb",
            title,
        )
        assert title in note
        assert recognise(list(split_lines(note)), "note.txt").statuses[0].year == 2024
