"""What the program writes itself audits clean, whatever was measured."""

from hypothesis import given, settings

from maaltal.core.audit.printing import shown
from tests.audit.made_status import Measured, as_printed, made_status, measured
from tests.audit.reading import audit_text, in_words


@settings(max_examples=12, deadline=None)
@given(measured())
def test_our_own_yearly_status_audits_clean(figures: Measured):
    report = audit_text(as_printed(made_status(figures)))
    assert in_words(shown(report, with_explained=False)) == []
    assert report.tables == 8
