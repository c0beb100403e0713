"""What is asked to keep the fleksjob pool."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from maaltal.core.economics.written import number
from maaltal.web.money.forms.fields import TABLES, WrittenField, a_year, amount
from maaltal.web.ui.uploads import UploadField


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
