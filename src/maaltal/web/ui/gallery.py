"""What the gallery shows: each component with made-up content."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.core.paginator import Paginator

from maaltal.web.ui.charts import bullet, trend
from maaltal.web.ui.forms import DateField, WordsField
from maaltal.web.ui.tables import Cell, Column, Table


class SampleForm(forms.Form):
    name = WordsField(label="Navn", help_text="Som på navneskiltet.")
    unit = forms.ChoiceField(label="Enhed", choices=[("a", "Biblioteket"), ("b", "Svømmehallen")])
    since = DateField(label="Fra")
    why = WordsField(label="Begrundelse", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    sure = forms.BooleanField(label="Jeg er sikker")


def samples(asked: Mapping[str, str]) -> dict[str, object]:
    return {
        "form": SampleForm({"name": "", "unit": "c", "since": "i går"}),
        "table": sample_table(),
        "bullet": bullet(
            "Fleksjob", value=842, target=900, shown_value="842", shown_target="900", shown_percent="94 pct."
        ),
        "trend": trend(
            "Fleksjob 2024, måned for måned",
            [("jan.", 810), ("feb.", 815), ("mar.", 822), ("apr.", None), ("maj", 842)],
            target=[860, 870, 880, 890, 900],
        ),
        "page": Paginator(range(100), 10).get_page(asked.get("page")),
    }


def sample_table() -> Table:
    return Table(
        caption="Status og måltal",
        columns=(Column("Enhed"), Column("Status", numeric=True), Column("Måltal", numeric=True)),
        rows=(
            (Cell("Biblioteket", header=True), Cell("12"), Cell("14")),
            (Cell("Svømmehallen", header=True), Cell("færre end 5", muted=True), Cell("3")),
        ),
        footnotes=("Små antal vises ikke.",),
    )
