"""Which form asks for which kind of note."""

from __future__ import annotations

from maaltal.web.reports.forms.months import AnswerForm, MonthlyForm
from maaltal.web.reports.forms.note import NoteForm
from maaltal.web.reports.forms.proposal import ProposalForm
from maaltal.web.reports.forms.years import AnnualForm, PartYearForm

NOTE_FORMS: dict[str, type[NoteForm]] = {
    "annual": AnnualForm, "part-year": PartYearForm, "monthly": MonthlyForm, "proposal": ProposalForm, "answer": AnswerForm,
}  # fmt: skip
