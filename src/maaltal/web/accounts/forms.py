from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, override

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from maaltal.core.periods import ONE_DAY
from maaltal.web.accounts.models import ROLES, User
from maaltal.web.ui.forms import DateField

type Choices = Sequence[tuple[str, str]]


class PersonForm(forms.Form):
    """Somebody new, with the unit in which the administrator makes them."""

    name = forms.CharField(label=_("Navn"), max_length=150)
    username = forms.SlugField(
        label=_("Brugernavn"), max_length=150, help_text=_("Bogstaver uden æ, ø og å, tal og bindestreg.")
    )
    password = forms.CharField(
        label=_("Første adgangskode"), required=False, strip=False, widget=forms.PasswordInput,
        help_text=_("Mindst 14 tegn. Tom, når personen kun skal bruge kommunens login."),
    )  # fmt: skip

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("Brugernavnet er taget. Vælg et andet."))
        return username

    def clean_password(self) -> str | None:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password or None


class RoleForm(forms.Form):
    """A role over one of the units that the administrator has."""

    role = forms.ChoiceField(label=_("Rolle"), choices=ROLES)
    unit = forms.ChoiceField(label=_("Enhed"), help_text=_("Rollen gælder også alle enheder under den."))
    valid_from = DateField(label=_("Fra og med"))
    last_day = DateField(
        label=_("Til og med"), required=False, help_text=_("Tom, når rollen ikke har nogen sidste dag.")
    )

    def __init__(self, units: Choices, day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"valid_from": day}, **kwargs})
        self.fields["unit"].choices = units  # type: ignore[attr-defined]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        first, last = found.get("valid_from"), found.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Den sidste dag ligger før den første."))
        found["valid_to"] = last + ONE_DAY if last else None
        return found


class EndForm(forms.Form):
    """The last day of a role."""

    last_day = DateField(label=pgettext_lazy("rolle", "Sidste dag"))
