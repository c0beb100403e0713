"""What several groups are apportioned by at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maaltal.core.apportionment import METHODS
from maaltal.web.received import language
from maaltal.web.targets.forms.fields import WholeField


class TwoWayForm(forms.Form):
    """Wanted totals of groups and units, and cells that are locked; what is empty follows the present numbers."""

    method = forms.ChoiceField(label=gettext_lazy("Hvem får dem, der er til rest"))

    def __init__(
        self, groups: Sequence[tuple[str, str]], units: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units, self.groups = units, groups
        methods = [(code, method.label.get(language())) for code, method in METHODS.items()]
        self.fields["method"] = forms.ChoiceField(label=_("Hvem får dem, der er til rest"), choices=methods)
        for group, label in groups:
            self.fields[f"group-{group}"] = WholeField(
                label=_("%(group)s, i alt") % {"group": label}, required=False
            )
        for code, name in units:
            self.fields[f"unit-{code}"] = WholeField(
                label=_("%(unit)s, i alt") % {"unit": name}, required=False
            )
            for group, label in groups:
                self.fields[f"lock-{code}-{group}"] = WholeField(
                    label=_("%(unit)s, %(group)s låst til") % {"unit": name, "group": label}, required=False
                )

    def names_of(self, unit: str) -> list[str]:
        return [*(f"lock-{unit}-{group}" for group, _label in self.groups), f"unit-{unit}"]

    def blame(self, conflict: Iterable[str], message: str) -> None:
        """At each of these groups' and units' sums, and at each locked cell "unit/group", `message`."""
        for name in conflict:
            for field in (f"group-{name}", f"unit-{name}", f"lock-{name.replace('/', '-')}"):
                if self.cleaned_data.get(field) is not None:
                    self.add_error(field, message)

    def group_totals(self) -> dict[str, int]:
        found = {group: self.cleaned_data[f"group-{group}"] for group, _label in self.groups}
        return {group: number for group, number in found.items() if number is not None}

    def unit_totals(self) -> dict[str, int]:
        found = {code: self.cleaned_data[f"unit-{code}"] for code, _name in self.units}
        return {code: number for code, number in found.items() if number is not None}

    def locks(self) -> dict[tuple[str, str], int]:
        found = {
            (code, group): self.cleaned_data[f"lock-{code}-{group}"]
            for code, _name in self.units
            for group, _label in self.groups
        }
        return {place: number for place, number in found.items() if number is not None}
