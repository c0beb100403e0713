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
from maaltal.web.ui.forms import DateField, WordsField, no_person_number

type Choices = Sequence[tuple[str, str]]


class AboutForm(forms.Form):
    """What somebody is called, and the address that the municipality's login knows them by."""

    name = WordsField(label=_("Navn"), max_length=150)
    email = forms.EmailField(
        label=_("E-mailadresse"),
        required=False,
        validators=[no_person_number],
        help_text=_("Den, som kommunens login kender personen ved."),
    )

    def __init__(self, user: User | None, *args: Any, **kwargs: Any) -> None:
        known = {"name": user.name, "email": user.email} if user else {}
        super().__init__(*args, **{"initial": known, **kwargs})
        self.user = user

    def clean_email(self) -> str:
        address: str = self.cleaned_data["email"]
        others = User.objects.exclude(pk=self.user.pk) if self.user else User.objects.all()
        if address and others.filter(email__iexact=address).exists():
            raise forms.ValidationError(_("En anden person har den e-mailadresse."))
        return address


TAKEN = _("Brugernavnet er taget. Vælg et andet.")


class PersonForm(AboutForm):
    """Somebody new, with the unit in which the administrator makes them."""

    username = forms.SlugField(
        label=_("Brugernavn"),
        max_length=150,
        validators=[no_person_number],
        help_text=_("Bogstaver uden æ, ø og å, tal og bindestreg."),
    )
    password = forms.CharField(
        label=_("Første adgangskode"), required=False, strip=False, widget=forms.PasswordInput,
        help_text=_("Mindst 14 tegn. Skiftes ved første login. Tom, når personen kun skal bruge kommunens login."),
    )  # fmt: skip

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(TAKEN)
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
