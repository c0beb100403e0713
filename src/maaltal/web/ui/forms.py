"""What all forms share."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maaltal.core.person_numbers import ANYWHERE, mask


class DateField(forms.DateField):
    """A day, asked for with the browser's own control."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def no_person_number(words: str) -> None:
    """What is kept holds no CPR number."""
    if mask(words) != words:
        raise ValidationError(_("Her står noget, der ligner et CPR-nummer. Fjern det."))


class WordsField(forms.CharField):
    """Words that are kept."""

    default_validators = [no_person_number]  # noqa: RUF012 - Django's field


class SearchField(WordsField):
    """Words that are looked for. They stand in the address, so the browser does not even send a CPR number."""

    @override
    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"pattern": f"(?!.*{ANYWHERE}).*", "title": _("Uden CPR-numre")}
