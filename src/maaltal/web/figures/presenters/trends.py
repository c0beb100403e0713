"""How the year went, as charts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from maaltal.core.periods import Period
from maaltal.core.rounding import whole as rounded
from maaltal.documents.numbers import month_name
from maaltal.web.figures.presenters.words import hidden_word, said, whole
from maaltal.web.figures.queries.trends import Trend
from maaltal.web.received import language
from maaltal.web.ui import charts


def trend_charts(found: tuple[Period, tuple[Trend, ...]] | None) -> tuple[charts.Trend, ...]:
    if found is None:
        return ()
    whole_year, each = found
    return tuple(_chart(trend, whole_year) for trend in each)


def trend_notes(found: tuple[Period, tuple[Trend, ...]] | None) -> list[str]:
    """How the months are counted, and of the straight way: from where it goes, or why it is not drawn."""
    if found is None:
        return []
    _year, each = found
    notes = [
        _(
            "Helårspersoner er her hver måneds eget gennemsnit; antal ansatte er opgjort den sidste dag i måneden."
        )
    ]
    if any(value is not None for trend in each for value in trend.way):
        notes.append(
            _(
                "Den lige vej går fra december året før (eller den første kendte måned) til måltallet i december."
            )
        )
    return notes + [
        _(
            "%(group)s: den lige vej til måltallet er ikke tegnet, for så kunne et skjult tal regnes ud af den."
        )
        % {"group": said(trend.group.label)}
        for trend in each
        if trend.tells
    ]


def _chart(trend: Trend, whole_year: Period) -> charts.Trend:
    labels = [month_name(month.start, language())[:3] for month in whole_year.months()]
    words = [
        hidden_word()
        if n < len(trend.hidden) and trend.hidden[n]
        else whole(value)
        if value is not None
        else ""
        for n, value in enumerate(trend.values)
    ]
    return charts.trend(
        _("%(group)s i %(year)s, måned for måned")
        % {"group": said(trend.group.label), "year": whole_year.start.year},
        list(zip(labels, trend.values, strict=True)),
        [None if value is None else rounded(value) for value in trend.way],
        words,
    )
