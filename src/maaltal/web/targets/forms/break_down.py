"""The form of a break-down: a number for each unit and group, and who answers for the unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from maaltal.web.targets.actions.break_down import Part
from maaltal.web.targets.forms.fields import WholeField
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.ui.forms import WordsField

NAME_LENGTH = 120
LEADER, POST = "leader-", "post-"


def leader_name(unit: str) -> str:
    return LEADER + unit


def post_name(unit: str) -> str:
    return POST + unit


class BreakDownForm(forms.Form):
    """`units` and `groups` are pairs of code and name."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, units: Sequence[tuple[str, str]], groups: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units, self.groups = units, groups
        for code, name in units:
            for group, label in groups:
                self.fields[place_name(code, group)] = WholeField(label=f"{name}, {label}", required=False)
            self.fields[leader_name(code)] = WordsField(
                label=_("%(unit)s, ansvarlig leder") % {"unit": name}, required=False, max_length=NAME_LENGTH
            )
            self.fields[post_name(code)] = WordsField(
                label=_("%(unit)s, stilling") % {"unit": name}, required=False, max_length=NAME_LENGTH
            )

    def names_of(self, unit: str) -> list[str]:
        """The unit's fields, from left to right."""
        return [
            *(place_name(unit, group) for group, _label in self.groups),
            leader_name(unit),
            post_name(unit),
        ]

    def parts(self) -> tuple[Part, ...]:
        said = self.cleaned_data
        return tuple(
            Part(
                code, {group: said[place_name(code, group)] for group, _label in self.groups},
                said[leader_name(code)], said[post_name(code)],
            )
            for code, _name in self.units
        )  # fmt: skip
