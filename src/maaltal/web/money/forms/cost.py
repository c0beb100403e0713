"""What is asked to reckon the cost of fleksjobs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.economics.assumptions import HALF, TWO_THIRDS
from maaltal.core.economics.written import number
from maaltal.web.money.forms.fields import WrittenField, a_year, amount, amount_list, hour_list, part
from maaltal.web.ui.forms import DateField
from maaltal.web.ui.uploads import UploadField


class CostForm(forms.Form):
    """As `maaltal cost` asks."""

    jobs = WrittenField(number, _("Skriv antallet som et tal."), label=_("Antal fleksjob"), initial="1")
    hours = WrittenField(
        hour_list, _("Skriv timerne som 10, 12,5, 5..37 eller 5..37:4."), label=_("Timer om ugen"), initial="10 5..37",
        help_text=_("Tal og spænd med mellemrum imellem. Et spænd som 5..37 giver en kurve."),
    )  # fmt: skip
    wage = amount(label=_("Timeløn før pension, kr."))
    in_year = a_year(label=_("År"))
    start = DateField(label=_("Jobbenes første dag"), required=False)
    end = DateField(label=_("Jobbenes sidste dag"), required=False)
    pension = part(label=_("Pension oven i lønnen"), required=False, help_text=_("Begges bidrag, som 15%."))
    holiday = part(label=_("Ferietillæg oven i lønnen"), required=False)
    overhead = part(label=_("Overhead oven i lønudgiften"), required=False)
    additional = part(label=_("Andel af nettomerjob"), initial="100%")
    residents = part(label=_("Andel, der bor i kommunen"), initial="100%")
    weeks_before = forms.IntegerField(
        label=_("Uger på offentlig forsørgelse før jobbet"),
        initial=52,
        min_value=0,
        help_text=_("Afgør refusionen."),
    )
    activation = amount(label=_("Indsats for en ledig, kr. om året"), required=False)
    scheme = forms.ChoiceField(
        label=_("Ordning"), choices=[("new", _("fleksjob fra 2013")), ("old", _("den gamle ordning"))]
    )
    subsidy = forms.ChoiceField(
        label=_("Den gamle ordnings tilskud"), choices=[("1/2", "1/2"), ("2/3", "2/3")]
    )
    explain = WrittenField(
        amount_list, _("Skriv beløbene som 27.000, med mellemrum imellem."), label=_("Hvilke timer ligger bag prisen"),
        required=False, help_text=_("Trykte priser pr. job, som 27.000 124.000."),
    )  # fmt: skip
    older = forms.BooleanField(
        label=_("Brug den seneste sats før dagen, hvor dagens mangler"), required=False
    )
    rates = UploadField(
        (".toml",),
        label=_("Kommunens egne satser"),
        required=False,
        help_text=_("TOML; går forud for de indbyggede."),
    )
    prices = UploadField((".csv", ".toml"), label=_("Pris- og lønniveauer"), required=False)
    price_level = a_year(label=_("Vis beløbene i det års priser"), required=False)
    wage_level = a_year(label=_("Lønnen er i det års priser"), required=False)

    FIRST = ("jobs", "hours", "wage", "in_year")

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"in_year": today.year, "older": True}})

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.FIRST]

    def clean_subsidy(self) -> Fraction:
        return {"1/2": HALF, "2/3": TWO_THIRDS}[self.cleaned_data["subsidy"]]

    @override
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("price_level") or given.get("wage_level")) and not given.get("prices"):
            self.add_error("prices", _("Vælg en tabel over pris- og lønniveauer; programmet har ingen selv."))
        return given
