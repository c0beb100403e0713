"""What the program writes itself audits clean, whatever was measured."""

from hypothesis import given, settings
from hypothesis import strategies as st

from maaltal.core.audit.printing import shown
from maaltal.core.text import Language
from tests.audit.made_status import Measured, as_printed, made_status, measured
from tests.audit.reading import audit_text, in_words

LANGUAGES: list[Language] = ["da", "en"]


@settings(max_examples=12)
@given(measured(), st.sampled_from(LANGUAGES))
def test_our_own_yearly_status_audits_clean(figures: Measured, language: Language):
    report = audit_text(as_printed(made_status(figures), language))
    assert in_words(shown(report, with_explained=False)) == []
    assert report.tables == 8
