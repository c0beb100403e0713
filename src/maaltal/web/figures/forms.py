"""What is asked before single spells are shown."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.web.ui.forms import WordsField


class ReasonForm(forms.Form):
    """Why somebody looks at rows about single persons. It is written into the trail."""

    why = WordsField(
        label=_("Hvorfor har du brug for at se de enkelte forløb?"), min_length=5, max_length=200,
        help_text=_("Begrundelsen, dit navn og de viste personers pseudonymer skrives i sporingen."),
    )  # fmt: skip
