"""Fields that several notes are asked for with."""

from __future__ import annotations

from typing import Any, override

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import parse_period


def checkboxes() -> forms.CheckboxSelectMultiple:
    return forms.CheckboxSelectMultiple(attrs={"class": "form-checkbox"})


class PeriodField(forms.CharField):
    """A period as `core.periods` reads it."""

    @override
    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        try:
            return parse_period(words)
        except ValueError as problem:
            raise forms.ValidationError(_("Skriv perioden som 2024-H1 eller 2024-01..2024-10.")) from problem


def text_of(file: UploadedFile[Any] | None) -> str:
    """The text of a file; empty without one. ValidationError when it is no text."""
    content = file.read() if file else b""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = "\0"
    if "\0" in words:
        raise forms.ValidationError(_("Filen kan ikke læses som tekst i UTF-8. Gem den som UTF-8."))
    return words
