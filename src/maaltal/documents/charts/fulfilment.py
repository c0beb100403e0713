"""A bullet chart: a bar for each row, as long as its fulfilment, against a line for the target; a panel for each group."""

from math import ceil
from textwrap import wrap
from typing import Any

from maaltal.core.text import Language, Text
from maaltal.documents.blocks import Chart
from maaltal.documents.charts.drawing import BAR, FAINT, INK, Specification
from maaltal.documents.charts.figures import Drawn, Series, exact, series
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.numbers import DASH, NO_BREAK, PERCENT, percentage
from maaltal.documents.printing import printed

WIDTHS = {1: 340, 2: 210, 3: 150}
"""Of the bars, by the number of panels, in pixels; with more panels they are as narrow as the last."""

STEP, LOW_STEP = 38, 26
"""From one row to the next, in pixels; the lower one where every name has one line."""

FIGURES = {True: 14, False: 8}
"""From the bars to their figures, in pixels, where there is one panel and where there are several."""

SPACING = 62
"""Between panels, where the figures of the first stand, in pixels."""

NAME_LENGTH = 28
"""The characters after which a row's name goes on below."""

LABEL = 55
"""A label of the axis and the room beside it, in pixels."""

LINES = (1, 2, 3)
"""That a name may have."""

TARGET = Text("Måltal", "Target")
OF = Text("af", "of")
ON_AXIS = Text(f"{NO_BREAK}{PERCENT.da}", "%")
"""Short, so that the labels of an axis do not run into each other."""
NONE = Text("intet måltal", "no target")
SIDE = {"field": "row", "type": "nominal", "sort": None}
LINE = 16
"""From one line of a name to the next, in pixels."""


def fulfilment(chart: Chart, language: Language) -> Specification:
    """Every bar in per cent of its own target, because targets differ tenfold between administrations."""
    groups = series(chart, language)
    longest = max([float(row.share or 0) for group in groups for row in group.rows], default=0.0)
    panels = [_panel(group, n, groups, max(1.2, 1.04 * longest), language) for n, group in enumerate(groups)]
    return {"hconcat": panels, "spacing": SPACING}


def _panel(group: Series, n: int, groups: list[Series], end: float, language: Language) -> dict[str, Any]:
    alone = len(groups) == 1
    width = WIDTHS.get(len(groups), min(WIDTHS.values()))
    values = [_values(row, at, language, alone=alone) for at, row in enumerate(group.rows)]
    step = LOW_STEP if all(value["name1"] for value in values) else STEP
    scale = {"domain": [0, end], "nice": False}
    titled = {
        "text": wrap(group.heading, (width + SPACING) // 7),
        "anchor": "start",
        "fontSize": 13,
        "color": INK,
        "offset": 10,
    }
    return {
        "data": {"values": values},
        "width": width,
        "height": {"step": step},
        "title": {"text": ""} if alone else titled,
        "layer": [
            _bars(scale, language, every=_every(0.5 if alone else 1, end, width)), _target(step), _target_name(language),
            _figures(width + FIGURES[alone]), *(map(_names, LINES) if n == 0 else ()),
        ],
    }  # fmt: skip


def _every(least: float, end: float, width: int) -> float:
    """The share from one label of the axis to the next."""
    return least * max(1, ceil(int(end / least) / (width // LABEL)))


def _values(row: Drawn, n: int, language: Language, *, alone: bool) -> dict[str, Any]:
    """A name stands in the field that tells how many lines it has, because each such field is set at its own height."""
    share = row.share
    lines = wrap(row.name, NAME_LENGTH, break_long_words=False, max_lines=LINES[-1])
    return {
        "row": n,
        **{f"name{many}": "\n".join(lines) if many == len(lines) else "" for many in LINES},
        "share": None if share is None else float(share),
        "target": None if share is None else 1,
        "figures": f"  {NO_BREAK}".join(
            filter(None, [_beside(row, language), _share(row, language, alone=alone)])
        ),
    }


def _beside(row: Drawn, language: Language) -> str:
    """185 af 457."""
    if row.hidden or exact(row.status) is None:
        return ""
    target = "" if exact(row.target) is None else f" {OF.get(language)} {printed(row.target, language)}"
    return printed(row.status, language) + target


def _share(row: Drawn, language: Language, *, alone: bool) -> str:
    if row.hidden:
        return printed(HIDDEN, language)
    if row.share is None:
        return NONE.get(language) if alone else DASH
    share = percentage(row.share, language)
    return f"({share})" if exact(row.status) is not None else share


def _bars(scale: dict[str, Any], language: Language, *, every: float) -> dict[str, Any]:
    axis = {
        "title": None, "values": [every * n for n in range(20)], "gridColor": FAINT, "domain": False, "ticks": False, "labelFlush": False,
        "labelExpr": f"round(datum.value * 100) + '{ON_AXIS.get(language)}'",
    }  # fmt: skip
    side = {**SIDE, "axis": None}
    return {
        "mark": {"type": "bar", "color": BAR, "height": 18},
        "encoding": {
            "x": {"field": "share", "type": "quantitative", "scale": scale, "axis": axis},
            "y": side,
        },
    }


def _target(step: int) -> dict[str, Any]:
    mark = {"type": "tick", "color": INK, "thickness": 3, "size": step, "opacity": 1}
    return {"mark": mark, "encoding": {"x": {"field": "target", "type": "quantitative"}, "y": SIDE}}


def _target_name(language: Language) -> dict[str, Any]:
    mark = {
        "type": "text",
        "color": INK,
        "fontWeight": "bold",
        "baseline": "bottom",
        "text": TARGET.get(language),
    }
    return {"data": {"values": [{}]}, "mark": mark, "encoding": {"x": {"datum": 1}, "y": {"value": -4}}}


def _figures(at: int) -> dict[str, Any]:
    mark = {"type": "text", "color": INK, "align": "left"}
    text = {"field": "figures", "type": "nominal"}
    return {"mark": mark, "encoding": {"x": {"value": at}, "y": SIDE, "text": text}}


def _names(lines: int) -> dict[str, Any]:
    mark = {"type": "text", "color": INK, "align": "right", "lineBreak": "\n", "lineHeight": LINE,
            "baseline": "middle", "dy": -LINE * (lines - 1) / 2}  # fmt: skip
    text = {"field": f"name{lines}", "type": "nominal"}
    return {"mark": mark, "encoding": {"x": {"value": -10}, "y": SIDE, "text": text}}
