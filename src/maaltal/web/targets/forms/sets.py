"""Forms of a target set: its words and its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, override

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maaltal.core.text import Text
from maaltal.web.received import language
from maaltal.web.targets.actions.sets import About
from maaltal.web.targets.forms.fields import WholeField
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.states import DECIDED, LABELS
from maaltal.web.ui.forms import WordsField

type Place = tuple[str, str]
FIRST_YEAR, LAST_YEAR = 1990, 2100


def place_name(unit: str, group: str) -> str:
    """The name of the field of a unit's target in a group."""
    return f"n-{unit}-{group}"


class AboutForm(forms.Form):
    """The words about a set."""

    label_da = WordsField(label=gettext_lazy("Betegnelse på dansk"), max_length=200)
    label_en = WordsField(label=gettext_lazy("Betegnelse på engelsk"), max_length=200, required=False)
    source = WordsField(
        label=gettext_lazy("Kilde"), max_length=500, required=False,
        help_text=gettext_lazy("For eksempel indstillingens titel og tabel."),
    )  # fmt: skip
    note_da = WordsField(
        label=gettext_lazy("Bemærkning på dansk"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    note_en = WordsField(
        label=gettext_lazy("Bemærkning på engelsk"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    ordinary_staff = WholeField(
        label=gettext_lazy("Ordinært ansatte i kommunen"), required=False,
        help_text=gettext_lazy("Bruges til at vise måltallene som andel af de ordinært ansatte."),
    )  # fmt: skip

    def about(self, body: str = "") -> About:
        said = self.cleaned_data
        return About(
            Text(said["label_da"], said["label_en"] or said["label_da"]), body, said["source"],
            Text(said["note_da"], said["note_en"] or said["note_da"]), said["ordinary_staff"],
        )  # fmt: skip


class SetForm(AboutForm):
    """A set's words and numbers: a field for every place (unit, group)."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, places: Iterable[tuple[Place, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {place: place_name(*place) for place, _label in places}
        for place, label in places:
            self.fields[place_name(*place)] = WholeField(label=label, required=False)

    def numbers(self) -> dict[Place, int | None]:
        return {place: self.cleaned_data[name] for place, name in self.places.items()}


class SetByName(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django has no arguments for it
    """A choice of a set, by what people call it."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        years = (
            str(obj.first_year) if obj.first_year == obj.last_year else f"{obj.first_year}–{obj.last_year}"
        )
        return f"{obj.label.get(language())} ({years}, {LABELS[obj.state].get(language())})"


class NewSetForm(forms.Form):
    """A new proposal: for which years, and what it begins from."""

    based_on = SetByName(
        TargetSet.objects.all(), to_field_name="name", required=False, label=gettext_lazy("Begynd med tallene fra"),
        empty_label=gettext_lazy("ingen: begynd med et tomt skema"),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=gettext_lazy("Hvad er det?"),
        choices=[
            ("new", gettext_lazy("Et nyt forslag til måltal")),
            ("alternative", gettext_lazy("En model: et alternativ, der bruges, når det vælges ved navn")),
            ("amendment", gettext_lazy("En ændring midt i året af vedtagne måltal")),
        ],
    )
    first_year = forms.IntegerField(
        label=gettext_lazy("Første år"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    last_year = forms.IntegerField(label=gettext_lazy("Sidste år"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    label_da = WordsField(label=gettext_lazy("Betegnelse på dansk"), max_length=200)
    label_en = WordsField(label=gettext_lazy("Betegnelse på engelsk"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_year", "last_year"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric"})

    @override
    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_year"), said.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Sidste år kan ikke ligge før første år."))
        self._check_amendment(said)
        return said

    def _check_amendment(self, said: dict[str, Any]) -> None:
        base: TargetSet | None = said.get("based_on")
        if said.get("kind") == "amendment" and (base is None or base.state not in DECIDED):
            self.add_error("based_on", _("En ændring bygger på vedtagne måltal: vælg, hvilke der ændres."))
        elif said.get("kind") == "amendment" and base and said.get("first_year", 0) not in base.years:
            self.add_error(
                "first_year", _("Ændringen skal ligge i de år, som de vedtagne måltal gælder for.")
            )

    @property
    def name(self) -> str:
        """The set's name in addresses and on the command line, of its label."""
        return slugify(str(self.cleaned_data["label_da"]), allow_unicode=True)[:80]
