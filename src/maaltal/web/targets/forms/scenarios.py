"""Scenarios as people put them together: a name, and up to three changes one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from maaltal.core.economics.assumptions import ALL
from maaltal.core.economics.benefits import WEEKS
from maaltal.core.scenarios import Change, Level, Move, Raise, Scale, Scenario, SetTo
from maaltal.core.text import same
from maaltal.ground.jobs import Job
from maaltal.ground.scenario_cost import CostAsked
from maaltal.web.targets.forms.fields import ExactField, WholeField
from maaltal.web.ui.forms import WordsField

CHANGES = 2
MOST = 4
COUNTED = ("raise", "lower", "set", "move")
KINDS = [
    ("", gettext_lazy("ingen ændring")),
    ("raise", gettext_lazy("op med (antal)")),
    ("lower", gettext_lazy("ned med (antal)")),
    ("set", gettext_lazy("sættes til (antal)")),
    ("scale", gettext_lazy("ændres med (pct., for eksempel 110 = 10 pct. op)")),
    ("move", gettext_lazy("flyt (antal) til den anden gruppe")),
    ("level", gettext_lazy("alle måltal: (pct.) af de ordinært ansatte")),
]


@dataclass(frozen=True)
class Model:
    """One scenario's fields, for the page."""

    number: int
    name: forms.BoundField
    changes: tuple[tuple[forms.BoundField, ...], ...]


class ScenariosForm(forms.Form):
    """`count` scenarios over the groups (code, label). Empty ones are left out."""

    published = forms.BooleanField(
        label=gettext_lazy("Vis også den trykte fremgangsmåde: hver enhed afrundet for sig"), required=False
    )
    staff = WholeField(label=gettext_lazy("Ordinært ansatte i kommunen"), required=False)
    hours = ExactField(label=gettext_lazy("Timer om ugen i et fleksjob"), required=False)
    wage = ExactField(label=gettext_lazy("Timeløn i kroner, før pension"), required=False)

    def __init__(self, groups: Sequence[tuple[str, str]], count: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = count
        for m in range(1, count + 1):
            self.fields[f"name-{m}"] = WordsField(
                label=_("Navn"), required=False, max_length=80, initial=_("Model %(m)s") % {"m": m}
            )
            for c in range(1, CHANGES + 1):
                self.fields.update(_change_fields(m, c, groups))

    @property
    def models(self) -> tuple[Model, ...]:
        return tuple(
            Model(m, self[f"name-{m}"], tuple(
                tuple(self[f"{part}-{m}-{c}"] for part in ("group", "kind", "number", "to")) for c in range(1, CHANGES + 1)
            ))
            for m in range(1, self.count + 1)
        )  # fmt: skip

    @override
    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("hours")) != bool(said.get("wage")):
            self.add_error(
                "wage" if said.get("hours") else "hours", _("Omkostningen kræver både timer og timeløn.")
            )
        for m, c in self._each():
            kind, number = said.get(f"kind-{m}-{c}"), said.get(f"number-{m}-{c}")
            if kind and number is None and f"number-{m}-{c}" not in self.errors:
                self.add_error(f"number-{m}-{c}", _("Skriv tallet."))
            if kind in COUNTED and number is not None and number.denominator != 1:
                self.add_error(f"number-{m}-{c}", _("Skriv et helt tal."))
            if kind == "move" and said.get(f"group-{m}-{c}") == said.get(f"to-{m}-{c}"):
                self.add_error(f"to-{m}-{c}", _("Vælg en anden gruppe at flytte til."))
            if kind == "level" and not said.get("staff"):
                self.add_error("staff", _("Et niveau i pct. kræver antallet af ordinært ansatte."))
        return said

    def cost(self) -> CostAsked | None:
        """The job that the cost of more fleksjob is reckoned with, where hours and wage are given."""
        hours, wage = self.cleaned_data["hours"], self.cleaned_data["wage"]
        if not hours or not wage:
            return None
        none = Fraction(0)
        job = Job(wage, none, none, none, ALL, ALL, WEEKS, None)
        return CostAsked(job, ((hours,),), None, None, older=True)

    def scenarios(self) -> tuple[Scenario, ...]:
        """Those that change something, in order."""
        found = ((m, tuple(self._changes(m))) for m in range(1, self.count + 1))
        return tuple(
            Scenario(f"model-{m}", same(self.cleaned_data[f"name-{m}"] or f"Model {m}"), changes)
            for m, changes in found
            if changes
        )

    def _changes(self, m: int) -> Iterator[Change]:
        said = self.cleaned_data
        for c in range(1, CHANGES + 1):
            if kind := said[f"kind-{m}-{c}"]:
                group, number, to = (said[f"{part}-{m}-{c}"] for part in ("group", "number", "to"))
                yield _change(kind, group, number, to, said["staff"])

    def _each(self) -> Iterator[tuple[int, int]]:
        return ((m, c) for m in range(1, self.count + 1) for c in range(1, CHANGES + 1))


def _change_fields(m: int, c: int, groups: Sequence[tuple[str, str]]) -> dict[str, forms.Field]:
    return {
        f"group-{m}-{c}": forms.ChoiceField(label=_("Gruppe"), choices=groups, required=False),
        f"kind-{m}-{c}": forms.ChoiceField(label=_("Ændring"), choices=KINDS, required=False),
        f"number-{m}-{c}": ExactField(label=pgettext("antal", "Tal"), required=False),
        f"to-{m}-{c}": forms.ChoiceField(label=_("Flyt til"), choices=groups[::-1], required=False),
    }


def _change(kind: str, group: str, number: Fraction, to: str, staff: int | None) -> Change:
    match kind:
        case "raise":
            return Raise(group, int(number))
        case "lower":
            return Raise(group, -int(number))
        case "set":
            return SetTo(group, int(number))
        case "scale":
            return Scale(group, number / 100)
        case "move":
            return Move(int(number), group, to)
        case _:
            return Level(number / 100, staff or 0)
