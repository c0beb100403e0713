"""A report reads the same in text, JSON and HTML, in both languages."""

import json

from maaltal.core.audit.as_html import as_html
from maaltal.core.audit.as_json import as_json
from maaltal.core.audit.printing import text_lines
from tests.audit.corrected import corrected, source
from tests.audit.reading import audit_text

REPORT = audit_text(source("yearly_status_2024"))


def test_text_tells_the_value_the_evidence_the_copy_and_the_source_line():
    words = "\n".join(text_lines(REPORT, "da"))
    assert "174 kan ikke passe; det skal være 253." in words
    assert "tabel 9, ØKF, antal forløb: 51 + 198 + 4 = 253" in words
    assert "samme tal står i tabel 8 (linje 175)" in words
    assert "[linje 185] Antal Forløb 174" in words
    assert "skjulte decimaler" not in words
    english = "\n".join(text_lines(REPORT, "en", with_explained=True))
    assert "the administrations' spells in all: 3,491 − 264" in english
    assert "Explained by hidden decimals" in english


def test_json_is_exact_and_says_the_exit_code():
    data = json.loads(as_json(REPORT))
    error = data["findings"][0]
    assert (data["exit_code"], error["kind"], error["alternatives"][0][0]["only"]) == (1, "error", 253)
    assert error["places"][0]["line"] == 185
    intervals = json.loads(as_json(audit_text(source("status_october_2017"))))["findings"][0]["alternatives"][
        0
    ][0]
    assert (intervals["low"], intervals["high"], intervals["only"]) == ("505/2", "519/2", None)


def test_html_has_no_script_and_escapes_what_was_read():
    page = as_html(
        audit_text(source("yearly_status_2024").replace("Antal Forløb</b>", "Antal Forløb</b><x>")), "da"
    )
    assert "<script" not in page
    assert "<x>" not in page
    assert '<section class="error">' in page


def test_a_clean_note_says_so():
    report = audit_text(corrected("answer_2025"))
    assert "Der er ikke fundet noget, der skal rettes." in list(text_lines(report, "da"))
    assert report.exit_code == 0


def test_one_table_is_not_told_of_as_tables():
    report = audit_text(source("target_models_2026"))
    assert next(text_lines(report, "da")).startswith("1 tabel, 48 tal læst i ")
    assert next(text_lines(report, "en")).startswith("1 table, 48 figures read in ")
