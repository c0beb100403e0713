from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.web.ui.forms import DateField


class SearchForm(forms.Form):
    """What to look for; everything is optional."""

    who = forms.CharField(label=_("Hvem (brugernavn)"), required=False)
    unit = forms.CharField(label=_("Enhedens kode"), required=False)
    person = forms.CharField(
        label=_("Pseudonym"), required=False, help_text=_("Hvem har set denne persons rækker?")
    )
    since = DateField(label=_("Fra og med"), required=False)
    until = DateField(label=_("Til og med"), required=False)
