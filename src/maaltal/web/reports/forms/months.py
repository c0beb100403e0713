"""The forms of notes about one month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import Period, parse_period
from maaltal.documents.numbers import month_name
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.contacts import INPUT as CONTACTS
from maaltal.ground.notes.questions import BENCHMARK_FILE, QUESTION_FILE
from maaltal.web.received import language
from maaltal.web.reports.forms.fields import checkboxes, text_of
from maaltal.web.reports.forms.note import NoteForm
from maaltal.web.reports.queries.choices import registered_contacts, whole_months
from maaltal.web.ui.forms import WordsField
from maaltal.web.ui.uploads import UploadField


class InMonth(NoteForm):
    """A note about one month."""

    month = forms.TypedChoiceField(label=_("Måned"), coerce=parse_period)

    @override
    def choose(self) -> None:
        found = whole_months(self.ground)
        self.fields["month"].choices = [(month.code, in_words(month)) for month in found]  # type: ignore[attr-defined]


class MonthlyForm(InMonth):
    units = forms.MultipleChoiceField(
        label=_("Forvaltninger"), widget=checkboxes(), help_text=_("Et notat til hver.")
    )
    contacts = UploadField(
        (".csv", ".txt"), label=_("Kontaktpersoner"), required=False,
        help_text=_("CSV med kolonnerne unit, role, name og reached. Uden en fil bruges registerets."),
    )  # fmt: skip

    FIRST = ("month", "units", "contacts")

    @override
    def choose(self) -> None:
        super().choose()
        units = [unit for unit in self.ground.municipality.units if unit.level == "administration"]
        self.fields["units"].choices = [(unit.code, unit.name) for unit in units]  # type: ignore[attr-defined]

    def clean_contacts(self) -> str:
        return text_of(self.cleaned_data["contacts"])

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        for unit in given["units"]:
            below = [each.code for each in self.ground.organisation.below(unit, given["month"].last_day)]
            contacts = given["contacts"] or registered_contacts(below, given["month"].last_day)
            inputs = ((CONTACTS, contacts),) if contacts else ()
            yield Asked("monthly", given["month"], unit, inputs=inputs, **self.shared())


class AnswerForm(InMonth):
    question = WordsField(
        label=_("Spørgsmålene"), widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "class": "code"}),
        help_text=_("Som TOML. Ret eksemplet: hvem der spørger, hvornår, og hvert spørgsmål med det, der bruges til svaret."),
    )  # fmt: skip
    benchmark = UploadField(
        (".csv",), label=_("Sammenligning med andre"), required=False,
        help_text=_("CSV: området først, så antal og andele. Bruges af spørgsmål med uses = [\"benchmark\"]."),
    )  # fmt: skip

    FIRST = ("month", "question", "benchmark")

    def clean_benchmark(self) -> str:
        return text_of(self.cleaned_data["benchmark"])

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        more = ((BENCHMARK_FILE, given["benchmark"]),) if given["benchmark"] else ()
        yield Asked(
            "answer", given["month"], inputs=((QUESTION_FILE, given["question"]), *more), **self.shared()
        )


def in_words(month: Period) -> str:
    return f"{month_name(month.start, language())} {month.start.year}"
