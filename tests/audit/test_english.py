"""A yearly status in English is read and judged as a Danish one is."""

from random import Random

import pytest

from maaltal.core.audit.printing import shown
from tests.audit.made_status import as_printed, made_status
from tests.audit.reading import audit_text
from tests.audit.test_own_formats import figures

CLEAN = as_printed(made_status(figures()), "en")
LINES = CLEAN.split("\n")
ROWS = [
    n
    for n, line in enumerate(LINES)
    if line.startswith("| ") and any(c.isdigit() for c in line.split("|")[-2])
]


@pytest.mark.parametrize("row", Random(5).sample(ROWS, 8))  # noqa: S311 - any rows
def test_a_wrong_number_of_spells_is_found(row):
    cells = LINES[row].split("|")
    if "2024" in cells[-2]:
        return
    number = int(cells[-2].strip(" *").replace(",", "")) + 40
    cells[-2] = f" {number:,} "
    changed = "\n".join([*LINES[:row], "|".join(cells), *LINES[row + 1 :]])
    suspects = [s for f in audit_text(changed).discrepancies for answer in f.alternatives for s in answer]
    assert (row + 1, f"{number:,}") in {(s.place.line, s.printed) for s in suspects}


def test_it_is_read_in_english_and_weights_are_checked():
    report = audit_text(CLEAN)
    assert (report.numbers.style, report.numbers.certain, report.exit_code) == ("en", True, 0)
    wrong = CLEAN.replace("the target for fleksjob weighs 57", "the target for fleksjob weighs 58")
    assert wrong != CLEAN
    assert [f.code for f in shown(audit_text(wrong), with_explained=False)] == ["stated-weight"]


def test_a_heading_of_another_year_is_told():
    (found,) = audit_text(
        CLEAN.replace("Spells in\N{NO-BREAK SPACE}2024", "Spells in 2023", 1)
    ).discrepancies[:1]
    assert found.code == "heading-year"
