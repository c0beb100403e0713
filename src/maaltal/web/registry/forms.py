from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from maaltal.core.periods import ONE_DAY
from maaltal.web.registry.actions import AgreementWords, GoalWords
from maaltal.web.registry.models import Agreement, Holder
from maaltal.web.ui.forms import DateField, SearchField, WordsField, no_person_number

MOST_GOALS = 5


class DayForm(forms.Form):
    """The day that the organisation is seen on, and what is looked for in it."""

    q = SearchField(max_length=100, label=_("Søg efter enhed eller leder"), required=False)
    day = DateField(label=_("Organisationen den"), required=False)


class Lasting(forms.Form):
    """From a first day to a last, which may be open."""

    valid_from = DateField(label=_("Fra og med"))
    last_day = DateField(
        label=_("Til og med"), required=False, help_text=_("Tom, når der ikke er nogen sidste dag.")
    )

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        first, last = found.get("valid_from"), found.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Den sidste dag ligger før den første."))
        return found

    @property
    def valid_to(self) -> date | None:
        last: date | None = self.cleaned_data["last_day"]
        return last + ONE_DAY if last else None


class PostForm(Lasting):
    """Who holds a post from a day on."""

    name = WordsField(
        max_length=150, label=_("Navn"), required=False, help_text=_("Tomt, når posten er ledig.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254, validators=[no_person_number])
    phone = WordsField(max_length=30, label=_("Telefon"), required=False)
    field_order = ("name", "email", "phone", "valid_from", "last_day")

    def holder(self, kind: str, unit: str) -> Holder:
        asked = self.cleaned_data
        return Holder(
            kind, unit, asked["name"], asked["email"], asked["phone"], asked["valid_from"], self.valid_to
        )


class AgreementForm(Lasting):
    """A partnership agreement."""

    title = WordsField(max_length=200, label=_("Titel"))
    case_number = WordsField(max_length=50, label=_("Sagsnummer"), required=False)
    field_order = ("title", "case_number", "valid_from", "last_day")

    def words(self, goals: Iterable[GoalForm]) -> AgreementWords:
        asked = self.cleaned_data
        return AgreementWords(
            asked["title"], asked["case_number"], asked["valid_from"], self.valid_to, goals_in(goals)
        )


class GoalForm(forms.Form):
    """One goal; without words it is none."""

    text = WordsField(max_length=300, label=_("Mål"), required=False)
    due = DateField(label=pgettext_lazy("frist", "Senest"), required=False)
    outcome = WordsField(max_length=300, label=_("Hvad blev det til"), required=False)

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("text") and (found.get("due") or found.get("outcome")):
            self.add_error("text", _("Skriv også, hvad målet er, eller ryd linjen."))
        return found


GoalForms = forms.formset_factory(GoalForm, extra=MOST_GOALS, max_num=20, absolute_max=20)


def goals_in(goals: Iterable[GoalForm]) -> tuple[GoalWords, ...]:
    """What the lines with words say."""
    asked = (form.cleaned_data for form in goals)
    return tuple(GoalWords(one["text"], one["due"], one["outcome"]) for one in asked if one.get("text"))


def as_written(agreement: Agreement) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the forms of an agreement show before anything is changed."""
    last = agreement.valid_to - ONE_DAY if agreement.valid_to else None
    words = {
        "title": agreement.title,
        "case_number": agreement.case_number,
        "valid_from": agreement.valid_from,
    }
    goals = [{"text": goal.text, "due": goal.due, "outcome": goal.outcome} for goal in agreement.goals.all()]
    return words | {"last_day": last}, goals
