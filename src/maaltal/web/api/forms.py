from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import ONE_DAY
from maaltal.web.accounts.models import ROLES
from maaltal.web.ui.forms import DateField, WordsField

LONGEST = timedelta(days=366 * 2)


class KeyForm(forms.Form):
    """A key for a system: with which role, over which of the administrator's units, and how long."""

    system = WordsField(
        label=_("System"), max_length=60, help_text=_("For eksempel: ledelsesinformation. Bogstaver, tal og bindestreg."),
        validators=[RegexValidator(r"^[\w-]+$", _("Brug kun bogstaver, tal og bindestreg."))],
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Rolle"), choices=ROLES, initial="reader")
    unit = forms.ChoiceField(label=_("Enhed"), help_text=_("Rollen gælder også alle enheder under den."))
    last_day = DateField(label=_("Til og med"), help_text=_("Højst to år frem; lav så en ny nøgle."))

    def __init__(self, units: Sequence[tuple[str, str]], day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"last_day": day + timedelta(days=365)}, **kwargs})
        self.day = day
        self.fields["unit"].choices = units  # type: ignore[attr-defined]

    def clean_last_day(self) -> date:
        last: date = self.cleaned_data["last_day"]
        if not self.day <= last <= self.day + LONGEST:
            raise forms.ValidationError(_("Vælg en dag fra i dag og højst to år frem."))
        return last

    @property
    def valid_to(self) -> date:
        last: date = self.cleaned_data["last_day"]
        return last + ONE_DAY
