"""The forms of notes about a year, or about a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import year
from maaltal.ground.notes.asked import Asked
from maaltal.web.reports.forms.fields import PeriodField
from maaltal.web.reports.forms.note import NoteForm
from maaltal.web.reports.queries.choices import whole_years

DENOMINATORS = [("period", _("periodens dage")), ("year", _("hele årets dage"))]


class AnnualForm(NoteForm):
    in_year = forms.TypedChoiceField(label=_("År"), coerce=int)

    FIRST = ("in_year",)

    @override
    def choose(self) -> None:
        self.fields["in_year"].choices = [(each, str(each)) for each in whole_years(self.ground)]  # type: ignore[attr-defined]

    @override
    def asked(self) -> Iterator[Asked]:
        yield Asked("annual", year(self.cleaned_data["in_year"]), **self.shared())


class PartYearForm(NoteForm):
    period = PeriodField(label=_("Måneder"), help_text=_("Som 2024-H1 eller 2024-01..2024-10."))
    denominator = forms.ChoiceField(label=_("Helårspersoner regnes over"), choices=DENOMINATORS)

    FIRST = ("period", "denominator")

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        yield Asked("part-year", given["period"], denominator=given["denominator"], **self.shared())
