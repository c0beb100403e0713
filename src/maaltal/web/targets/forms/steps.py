"""What is recorded with a step of a target set."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from maaltal.web.targets.actions.steps import Said
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.states import DECIDED, Transition
from maaltal.web.ui.forms import DateField, WordsField


class StepForm(forms.Form):
    """What is recorded with a step: the fields that its transition needs."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, transition: Transition, target_set: TargetSet, today: date, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.transition, self.target_set, self.today = transition, target_set, today
        if transition.needs == "decision":
            self.fields.update(_decision_fields())
        if transition.after in DECIDED:
            self.fields["in_force_from"] = DateField(
                label=_("Gælder fra"), required=target_set.amends,
                help_text=_("En ændring gælder fra denne dag; tal for perioder, der slutter før, måles mod de tidligere måltal.")
                if target_set.amends else _("Tomt: fra den første dag i det første år."),
            )  # fmt: skip
        words = _("Hvorfor?") if transition.needs == "reason" else _("Bemærkning")
        self.fields["note"] = WordsField(
            label=words,
            required=transition.needs == "reason",
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise ValidationError(_("Datoen ligger i fremtiden. Registrér beslutningen, når den er truffet."))
        return day

    def clean_in_force_from(self) -> date | None:
        day: date | None = self.cleaned_data["in_force_from"]
        if day and day.year not in self.target_set.years:
            raise ValidationError(
                _("Dagen skal ligge i de år, som måltallene gælder for: %(first)s–%(last)s.")
                % {"first": self.target_set.first_year, "last": self.target_set.last_year}
            )
        return day

    def said(self) -> Said:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Said(**said)


def _decision_fields() -> dict[str, forms.Field]:
    return {
        "body": WordsField(label=_("Hvem besluttede det?"), max_length=200, help_text=_("For eksempel Borgerrepræsentationen.")),
        "day": DateField(label=_("Hvornår?")),
        "case_number": WordsField(label=_("Sagsnummer"), max_length=60, required=False),
    }  # fmt: skip
