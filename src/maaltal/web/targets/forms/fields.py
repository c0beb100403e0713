"""Fields that read numbers as people in Denmark write them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 1_000_000
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[.\s]\d{3})+")
_DECIMAL = re.compile(r"(?:\d+|\d{1,3}(?:[.\s]\d{3})+)(?:,\d+)?")


class WholeField(forms.Field):
    """A whole number of 0 or more, such as 1084 or 1.084; None where nothing stands."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    @override
    def to_python(self, value: Any) -> int | None:
        words = str(value if value is not None else "").strip()
        if not words:
            return None
        if not _WHOLE.fullmatch(words):
            raise ValidationError(_("Skriv et helt tal, 0 eller mere, uden decimaler."))
        number = int(re.sub(r"[.\s]", "", words))
        if number > LARGEST:
            raise ValidationError(_("Tallet er for stort."))
        return number


class ExactField(forms.Field):
    """A number of 0 or more with decimals after a comma, such as 6,5; exact. None where nothing stands."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    @override
    def to_python(self, value: Any) -> Fraction | None:
        words = str(value if value is not None else "").strip()
        if not words:
            return None
        if not _DECIMAL.fullmatch(words):
            raise ValidationError(_("Skriv et tal, 0 eller mere, med komma før decimalerne."))
        return Fraction(re.sub(r"[.\s]", "", words).replace(",", "."))
