"""The proof on the published notes: exactly the known findings, and none once they are put right.

`data/NAME.expected.txt` lists the findings of `data/NAME.txt`, one a line, "explained" ones (told only when asked for) last.
"""

import pytest

from maaltal.core.audit.as_json import as_json
from maaltal.core.audit.printing import shown
from tests.audit.corrected import DATA, SOURCES, corrected, source
from tests.audit.reading import audit_text, in_words


@pytest.mark.parametrize("name", SOURCES)
def test_a_note_gives_exactly_its_known_findings(name):
    expected = (DATA / f"{name}.expected.txt").read_text(encoding="utf-8").splitlines()
    assert in_words(audit_text(source(name)).discrepancies) == expected


@pytest.mark.parametrize("name", SOURCES)
def test_a_corrected_note_gives_none(name):
    report = audit_text(corrected(name))
    assert in_words(shown(report, with_explained=False)) == []
    assert report.exit_code == 0


@pytest.mark.parametrize("name", SOURCES)
def test_every_place_shows_the_line_it_stands_on(name):
    lines = source(name).split("\n")
    for found in audit_text(source(name)).discrepancies:
        for place in found.places:
            assert (
                place.source.split()
                == lines[place.line - 1].replace("<b>", "").replace("</b>", "").replace("\\", "").split()
            )


def test_the_targets_of_2017_are_last_years_and_not_the_cheapest_nonsense():
    tried = {(h.year, h.code): h for h in audit_text(source("status_october_2017")).hypotheses}
    assert tried[2017, "mean-of-rounded"].cost >= 5
    believed = tried[2017, "mean-of-rounded+last-years-targets"]
    assert believed.used
    assert believed.cost == 4, "three figures, and one for doubting the rule"


def test_the_same_note_gives_the_same_report():
    first, second = (as_json(audit_text(source("status_october_2017"))) for _ in range(2))
    assert first == second
