"""Columns month by month, and the line to the target; a panel for each group."""

from typing import Any

from babel.dates import format_date

from maaltal.core.text import Language, Text
from maaltal.documents.blocks import Chart
from maaltal.documents.charts.drawing import BAR, FAINT, INK, PAPER, Specification
from maaltal.documents.charts.figures import Drawn, Series, exact, series
from maaltal.documents.numbers import LOCALES, NO_BREAK
from maaltal.documents.printing import printed

WIDTH, HEIGHT, LOW_HEIGHT = 640, 240, 130
"""Of a panel's columns, in pixels; the lower height where there are several."""

MOST_FIGURES = 14
"""With more columns than this their figures and names would run together."""

LOW = 0.12
"""A column lower than this share of the highest has its figure above it."""

TARGET = Text("Måltal", "Target")
MONTHS = 31
"""Days: a period up to this is shown by its month."""

type Along = dict[str, Any]


def trend(chart: Chart, language: Language) -> Specification:
    """The months as columns with their figures, the target as a line with its last figure."""
    groups = series(chart, language)
    height = HEIGHT if len(groups) == 1 else LOW_HEIGHT
    return {"vconcat": [_panel(group, height, language) for group in groups], "spacing": 18}


def _panel(group: Series, height: int, language: Language) -> dict[str, Any]:
    rows = group.rows
    top = max([float(value) for row in rows for value in _both(row)], default=1.0) or 1.0
    values = [_values(row, n, rows, top, language) for n, row in enumerate(rows)]
    along = _along([value["name"] for value in values])
    return {
        "data": {"values": values},
        "width": WIDTH,
        "height": height,
        "title": {"text": group.heading, "anchor": "start", "fontSize": 13, "color": INK},
        "layer": [
            _columns(along),
            *_lines(rows, along),
            _figures("inside", PAPER, 0, along),
            _figures("above", INK, None, along),
            *([_figures("gone", INK, 0, along)] if any(row.hidden for row in rows) else []),
        ],
    }


def _along(names: list[str]) -> Along:
    """The months in their order, said outright: those without a column would else come after the others."""
    return {"field": "name", "type": "nominal", "sort": None, "scale": {"domain": names}}


def _lines(rows: tuple[Drawn, ...], along: Along) -> list[dict[str, Any]]:
    return [_line(along), _target_name(along)] if any(exact(row.target) is not None for row in rows) else []


def _both(row: Drawn) -> list[Any]:
    return [value for value in (exact(row.status), exact(row.target)) if value is not None]


def _values(row: Drawn, n: int, rows: tuple[Drawn, ...], top: float, language: Language) -> dict[str, Any]:
    status, target = exact(row.status), exact(row.target)
    low = status is not None and float(status) < LOW * top
    figure = "" if status is None or len(rows) > MOST_FIGURES else printed(row.status, language)
    last = max((at for at, known in enumerate(rows) if exact(known.target) is not None), default=None)
    return {
        "name": _name(row, n, "LLL" if len(rows) <= MOST_FIGURES else "LLLLL", language),
        "status": None if status is None else float(status),
        "target": None if target is None else float(target),
        "inside": "" if low else figure,
        "above": figure if low else "",
        "gone": printed(row.status, language) if row.hidden and not (n and rows[n - 1].hidden) else "",
        "target_name": f"{TARGET.get(language)}{NO_BREAK}{printed(row.target, language)}"
        if n == last
        else "",
    }


def _name(row: Drawn, n: int, form: str, language: Language) -> str:
    """jan. (or J, where many stand side by side) with its year where one begins; a longer period as it is printed."""
    if row.period is None or row.period.days > MONTHS:
        return row.name
    start = row.period.start
    month = format_date(start, form, locale=LOCALES[language])
    return f"{month}\n{start.year}" if n == 0 or start.month == 1 else f"{month}\n{NO_BREAK * n}"


def _columns(along: Along) -> dict[str, Any]:
    upward = {
        "field": "status", "type": "quantitative",
        "axis": {"title": None, "gridColor": FAINT, "domain": False, "ticks": False, "tickCount": 4, "format": ",d"},
        "scale": {"zero": True},
    }  # fmt: skip
    named = {**along, "axis": {"title": None, "labelAngle": 0, "ticks": False, "labelExpr": "split(datum.value, '\\n')",
                               "labelPadding": 6, "domainColor": INK}}  # fmt: skip
    return {
        "mark": {"type": "bar", "color": BAR, "width": {"band": 0.76}},
        "encoding": {"x": named, "y": upward},
    }


def _line(along: Along) -> dict[str, Any]:
    mark = {
        "type": "line",
        "interpolate": "step",
        "color": INK,
        "strokeWidth": 2.5,
        "point": {"color": INK, "size": 40, "filled": True},
    }
    return {"mark": mark, "encoding": {"x": along, "y": {"field": "target", "type": "quantitative"}}}


def _target_name(along: Along) -> dict[str, Any]:
    mark = {"type": "text", "color": INK, "fontWeight": "bold", "align": "left", "dx": 30}
    text = {"field": "target_name", "type": "nominal"}
    return {
        "mark": mark,
        "encoding": {"x": along, "y": {"field": "target", "type": "quantitative"}, "text": text},
    }


def _figures(field: str, colour: str, at: int | None, along: Along) -> dict[str, Any]:
    """At the foot of the columns, or on top of them."""
    upward = {"field": "status", "type": "quantitative"} if at is None else {"datum": at}
    mark = {"type": "text", "color": colour, "baseline": "bottom", "dy": -5}
    return {
        "mark": mark,
        "encoding": {"x": along, "y": upward, "text": {"field": field, "type": "nominal"}},
    }
