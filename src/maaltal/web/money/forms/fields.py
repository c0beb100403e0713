"""Fields for values as people write them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.economics.written import hours, number, share


class WrittenField(forms.CharField):
    """A value as people write it, read by a function of `core.economics.written`."""

    def __init__(self, read: Callable[[str], Any], wrong: Any, **kwargs: Any) -> None:
        self.read, self.wrong = read, wrong
        super().__init__(max_length=60, **kwargs)

    @override
    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        try:
            return self.read(words) if words else None
        except ValueError as problem:
            raise forms.ValidationError(self.wrong) from problem


def a_year(**kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=1998, max_value=2100, **kwargs)


def amount(**kwargs: Any) -> WrittenField:
    return WrittenField(number, _("Det er intet beløb; skriv det som 27.000 eller 148,53."), **kwargs)


def part(**kwargs: Any) -> WrittenField:
    return WrittenField(share, _("Det er ingen andel; skriv den som 0,55 eller 55%."), **kwargs)


def hour_list(words: str) -> tuple[tuple[Fraction, ...], ...]:
    """Numbers and ranges, parted by semicolons or spaces."""
    return tuple(hours(word) for word in words.replace(";", " ").split())


def amount_list(words: str) -> tuple[Fraction, ...]:
    return tuple(number(word) for word in words.replace(";", " ").split())


TABLES = (".csv", ".xlsx")
