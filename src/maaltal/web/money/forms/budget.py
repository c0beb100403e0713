"""What is asked to write a budget proposal."""

from __future__ import annotations

from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.economics.amounts import Scale
from maaltal.web.money.forms.fields import TABLES, a_year
from maaltal.web.ui.uploads import UploadField

SCALES = [("thousands", _("tusind kroner")), ("kroner", _("kroner")), ("millions", _("millioner kroner"))]


class BudgetForm(forms.Form):
    """As `maaltal budget` asks, with the files that the proposal names."""

    proposal = UploadField(
        (".toml", *TABLES),
        label=_("Forslaget"),
        help_text=_("TOML med det, der driver beløbene, eller CSV eller Excel med beløb."),
    )
    beside = UploadField(
        (".csv", ".xlsx", ".toml"),
        label=_("En fil, som forslaget nævner"),
        required=False,
        help_text=_("Lønsummer, satser eller prisniveauer."),
    )
    price_level = a_year(
        label=_("Beløbene er i det års priser"), required=False, help_text=_("Kræves til CSV og Excel.")
    )
    scale = forms.ChoiceField(label=_("Tabellerne er i"), choices=SCALES)

    def clean_scale(self) -> Scale:
        return Scale[self.cleaned_data["scale"].upper()]

    @override
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        proposal = given.get("proposal")
        if proposal and not proposal.name.lower().endswith(".toml") and not given.get("price_level"):
            self.add_error("price_level", _("Skriv, hvilket års priser beløbene i filen er i."))
        return given
