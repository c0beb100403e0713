"""What a group's total is apportioned by, and what has to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maaltal.core.apportionment import METHODS
from maaltal.core.bounds import Bounds
from maaltal.web.received import language
from maaltal.web.targets.forms.fields import ExactField, WholeField
from maaltal.web.targets.keys import EARLIER, EQUAL, MEASURED, MIXED, PRESENT, TYPED

KEYS = {
    PRESENT: gettext_lazy("de måltal, der står i forslaget nu"),
    EARLIER: gettext_lazy("måltallene før"),
    MEASURED: gettext_lazy("den seneste måling for et helt år"),
    EQUAL: gettext_lazy("lige meget til hver"),
    TYPED: gettext_lazy("en nøgle, der skrives herunder, for eksempel ordinært ansatte"),
    MIXED: gettext_lazy("en blanding af dem, med vægte"),
}
MIXABLE = (PRESENT, EARLIER, MEASURED, EQUAL, TYPED)


class ApportionForm(forms.Form):
    """`groups` and `units` are pairs of code and name; `measured`: whether the person may be shown what was measured."""

    group = forms.ChoiceField(label=gettext_lazy("Gruppe"))
    total = WholeField(label=gettext_lazy("I alt at fordele"))
    method = forms.ChoiceField(label=gettext_lazy("Hvem får dem, der er til rest"))

    def __init__(
        self,
        groups: Sequence[tuple[str, str]],
        units: Sequence[tuple[str, str]],
        *args: Any,
        measured: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        self.mixable = [kind for kind in MIXABLE if measured or kind != MEASURED]
        kinds = [(kind, words) for kind, words in KEYS.items() if measured or kind != MEASURED]
        self.fields["key"] = forms.ChoiceField(label=_("Fordel efter"), choices=kinds)
        self.fields["group"] = forms.ChoiceField(label=_("Gruppe"), choices=groups)
        methods = [(code, method.label.get(language())) for code, method in METHODS.items()]
        self.fields["method"] = forms.ChoiceField(label=_("Hvem får dem, der er til rest"), choices=methods)
        for kind in self.mixable:
            self.fields[f"weight-{kind}"] = ExactField(label=str(KEYS[kind]), required=False)
        for code, name in units:
            self.fields[f"key-{code}"] = ExactField(
                label=_("%(unit)s, egen nøgle") % {"unit": name}, required=False
            )
            for part, words in (
                ("lock", _("%(unit)s, låst til")),
                ("least", _("%(unit)s, mindst")),
                ("most", _("%(unit)s, højst")),
            ):
                self.fields[f"{part}-{code}"] = WholeField(label=words % {"unit": name}, required=False)

    @override
    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("key") == TYPED and not any(self.typed().values()):
            self.add_error("key", _("Skriv nøglen ud for mindst én enhed herunder."))
        if said.get("key") == MIXED and not self.weights():
            self.add_error("key", _("Skriv mindst én vægt."))
        if said.get("total") is None and "total" not in self.errors:
            self.add_error("total", _("Skriv, hvor mange der skal fordeles."))
        return said

    def names_of(self, unit: str) -> list[str]:
        return [f"{part}-{unit}" for part in ("key", "lock", "least", "most")]

    def typed(self) -> dict[str, Fraction]:
        return {code: self.cleaned_data.get(f"key-{code}") or Fraction(0) for code, _name in self.units}

    def weights(self) -> dict[str, Fraction]:
        found = {kind: self.cleaned_data.get(f"weight-{kind}") for kind in self.mixable}
        return {kind: weight for kind, weight in found.items() if weight}

    def bounds(self) -> Bounds:
        return Bounds(self._numbers("least"), self._numbers("most"), self._numbers("lock"))

    def blame(self, units: Iterable[str], message: str) -> None:
        """At each of these units' bounds, `message`."""
        for code in units:
            for part in ("lock", "least", "most"):
                if self.cleaned_data.get(f"{part}-{code}") is not None:
                    self.add_error(f"{part}-{code}", message)

    def _numbers(self, part: str) -> dict[str, int]:
        found: Iterable[tuple[str, int | None]] = (
            (code, self.cleaned_data.get(f"{part}-{code}")) for code, _name in self.units
        )
        return {code: number for code, number in found if number is not None}
