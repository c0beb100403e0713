"""The form of a target proposal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import year
from maaltal.core.scenarios import Scenario
from maaltal.core.text import same
from maaltal.ground.errors import GroundError
from maaltal.ground.notes.asked import Asked
from maaltal.ground.scenario_words import read_change, read_text
from maaltal.web.reports.forms.fields import text_of
from maaltal.web.reports.forms.note import NoteForm
from maaltal.web.ui.forms import WordsField
from maaltal.web.ui.refusals import said
from maaltal.web.ui.uploads import UploadField


class ProposalForm(NoteForm):
    in_year = forms.TypedChoiceField(label=_("Byg på måltallene for"), coerce=int)
    models = WordsField(
        label=_("Modeller"), required=False, widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("Én på hver linje, som: Model 1=raise:fleksjob:100. Ændringer: raise, set, scale, move og level, med mellemrum imellem."),
    )  # fmt: skip
    file = UploadField(
        (".toml",),
        label=_("Modeller fra en fil"),
        required=False,
        help_text=_("TOML, som til maaltal scenario."),
    )
    staff = forms.IntegerField(
        label=_("Ordinært ansatte"), required=False, min_value=1, help_text=_("Til niveauet i pct.")
    )
    least = forms.IntegerField(
        label=_("Ét fleksjob mere koster mindst, kr. om året"), required=False, min_value=0
    )
    most = forms.IntegerField(label=_("… og højst, kr. om året"), required=False, min_value=0)

    FIRST = ("in_year", "models", "file", "staff", "least", "most")

    @override
    def choose(self) -> None:
        years = {each for targets in self.ground.municipality.target_sets for each in targets.years}
        self.fields["in_year"].choices = [(each, str(each)) for each in sorted(years, reverse=True)]  # type: ignore[attr-defined]

    @override
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        try:
            given["scenarios"] = tuple(self._scenarios(given))
        except GroundError as problem:
            self.add_error("models", said(problem))
        else:
            if not given["scenarios"] and not self.errors:
                self.add_error("models", _("Skriv mindst én model, eller vælg en fil med modeller."))
        return given

    def _scenarios(self, given: dict[str, Any]) -> Iterator[Scenario]:
        staff = given.get("staff")
        for line in filter(str.strip, (given.get("models") or "").splitlines()):
            name, _sign, words = line.partition("=")
            changes = tuple(read_change(word, staff) for word in words.split() or [words])
            yield Scenario(name.strip(), same(name.strip()), changes)
        if file := given.get("file"):
            yield from read_text(text_of(file), file.name, staff)

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        least, most = given["least"], given["most"]
        cost = (
            None
            if least is None and most is None
            else (most if least is None else least, least if most is None else most)
        )
        yield Asked(
            "proposal", year(given["in_year"]), scenarios=given["scenarios"], ordinary_staff=given["staff"], cost=cost,
            **self.shared(),
        )  # fmt: skip
