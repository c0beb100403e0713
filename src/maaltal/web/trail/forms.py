from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.web.trail.words import WORDS
from maaltal.web.ui.forms import DateField, SearchField


class SearchForm(forms.Form):
    """What to look for; everything is optional."""

    who = SearchField(label=_("Person"), required=False, help_text=_("Navn eller brugernavn"))
    what = forms.ChoiceField(label=_("Handling"), required=False)
    unit = SearchField(
        label=_("Enhed"), required=False, help_text=_("Navn eller kode; også enheder under den")
    )
    # Longer than a CPR number, which the browser thus does not send; ten digits in a row may stand in a pseudonym.
    person = forms.CharField(
        label=_("Pseudonym"), required=False, min_length=16, help_text=_("Hvem har set denne persons rækker?")
    )
    since = DateField(label=_("Fra og med"), required=False)
    until = DateField(label=_("Til og med"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted(((code, str(words.kind)) for code, words in WORDS.items()), key=lambda kind: kind[1])
        self.fields["what"].choices = [("", _("Alle")), *kinds]  # type: ignore[attr-defined]
