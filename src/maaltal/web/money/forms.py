"""Forms that ask what the library asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.economics.amounts import Scale
from maaltal.core.economics.assumptions import HALF, TWO_THIRDS
from maaltal.core.economics.written import hours, number, share
from maaltal.web.ui.forms import DateField
from maaltal.web.ui.uploads import UploadField

SCALES = [("thousands", _("tusind kroner")), ("kroner", _("kroner")), ("millions", _("millioner kroner"))]


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


TABLES = (".csv", ".xlsx")


class PoolForm(forms.Form):
    """As `maaltal pool` asks."""

    wage_bills = UploadField(
        TABLES,
        label=_("Lønsummer"),
        help_text=_("Udvalg, År, Lønsum (kr.), og Procent, hvis udvalgene har hver sin."),
    )
    applications = UploadField(
        TABLES, label=_("Ansøgninger"), required=False,
        help_text=_("Ansøgning, CPR-nummer, Udvalg, Enhed, Ansøgt, Bevilget, Fra måned, Til måned, Kr. pr. måned. CPR-numre gemmes ikke."),
    )  # fmt: skip
    payments = UploadField(
        TABLES, label=_("Udbetalinger"), required=False, help_text=_("Ansøgning, Måned, Beløb.")
    )
    in_year = a_year(label=_("Kun det år"), required=False)
    percent = WrittenField(
        number, _("Skriv procenten som 0,075."), label=_("Pct. af lønsummen"), required=False,
        help_text=_("For alle; ellers filens, ellers beslutningens."),
    )  # fmt: skip
    to = forms.IntegerField(label=_("Bidrag i hele så mange kroner"), initial=1, min_value=1)
    job_cost = amount(
        label=_("Et fleksjob koster, kr. om året"),
        required=False,
        help_text=_("Viser, hvor mange puljen kan betale."),
    )
    central = forms.ChoiceField(
        label=_("Pulje"),
        choices=[("central", _("én central pulje")), ("committees", _("en for hvert udvalg"))],
    )
    carry = forms.BooleanField(label=_("Overfør uforbrugte penge til året efter"), required=False)

    def clean_percent(self) -> Fraction | None:
        percent: Fraction | None = self.cleaned_data["percent"]
        if percent is not None and not 0 < percent <= 100:
            raise forms.ValidationError(_("Procenten skal være over 0 og højst 100."))
        return percent

    def clean_job_cost(self) -> Fraction | None:
        cost: Fraction | None = self.cleaned_data["job_cost"]
        if cost is not None and cost <= 0:
            raise forms.ValidationError(_("Prisen skal være over 0."))
        return cost

    @override
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("payments") and not given.get("applications"):
            self.add_error(
                "applications", _("Udbetalinger kan kun ses efter sammen med ansøgningerne; vælg også dem.")
            )
        return given


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
