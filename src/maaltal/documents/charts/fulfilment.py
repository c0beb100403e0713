"""A bullet chart: a bar for each row, as long as its fulfilment, against one line for the target."""

from textwrap import wrap
from typing import Any

from maaltal.core.text import Language, Text
from maaltal.documents.blocks import Chart
from maaltal.documents.charts.drawing import BAR, FAINT, INK, Specification
from maaltal.documents.charts.figures import Drawn, drawn_rows, exact
from maaltal.documents.numbers import NO_BREAK, PERCENT, percentage
from maaltal.documents.printing import printed

WIDTH, STEP = 340, 38
"""Of the bars, and from one row to the next, in pixels."""

NAME_LENGTH = 28
"""The characters after which a row's name goes on below."""

LINES = (1, 2, 3)
"""That a name may have."""

TARGET = Text("Måltal", "Target")
OF = Text("af", "of")
NONE = Text("intet måltal", "no target")
SIDE = {"field": "row", "type": "nominal", "sort": None}
LINE = 16
"""From one line of a name to the next, in pixels."""


def fulfilment(chart: Chart, language: Language) -> Specification:
    """Every bar in per cent of its own target, because targets differ tenfold between administrations."""
    rows = drawn_rows(chart, language)
    longest = max([float(row.share or 0) for row in rows], default=0.0)
    scale = {"domain": [0, max(1.2, 1.04 * longest)], "nice": False}
    return {
        "data": {"values": [_values(row, n, language) for n, row in enumerate(rows)]},
        "width": WIDTH,
        "height": {"step": STEP},
        "layer": [_bars(scale, language), _target(), _target_name(language), _figures(), *map(_names, LINES)],
    }


def _values(row: Drawn, n: int, language: Language) -> dict[str, Any]:
    """A name stands in the field that tells how many lines it has, because each such field is set at its own height."""
    share = row.share
    lines = wrap(row.name, NAME_LENGTH, break_long_words=False, max_lines=LINES[-1])
    return {
        "row": n,
        **{f"name{many}": "\n".join(lines) if many == len(lines) else "" for many in LINES},
        "share": None if share is None else float(share),
        "target": None if share is None else 1,
        "figures": f"  {NO_BREAK}".join(filter(None, [_beside(row, language), _share(row, language)])),
    }


def _beside(row: Drawn, language: Language) -> str:
    """185 af 457."""
    if exact(row.status) is None:
        return ""
    target = "" if exact(row.target) is None else f" {OF.get(language)} {printed(row.target, language)}"
    return printed(row.status, language) + target


def _share(row: Drawn, language: Language) -> str:
    return NONE.get(language) if row.share is None else f"({percentage(row.share, language)})"


def _bars(scale: dict[str, Any], language: Language) -> dict[str, Any]:
    axis = {
        "title": None, "values": [0, 0.5, 1, 1.5, 2, 2.5, 3], "gridColor": FAINT, "domain": False, "ticks": False, "labelFlush": False,
        "labelExpr": f"round(datum.value * 100) + '{NO_BREAK}{PERCENT.get(language)}'",
    }  # fmt: skip
    side = {**SIDE, "axis": None}
    return {
        "mark": {"type": "bar", "color": BAR, "height": 18},
        "encoding": {
            "x": {"field": "share", "type": "quantitative", "scale": scale, "axis": axis},
            "y": side,
        },
    }


def _target() -> dict[str, Any]:
    mark = {"type": "tick", "color": INK, "thickness": 3, "size": STEP, "opacity": 1}
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


def _figures() -> dict[str, Any]:
    mark = {"type": "text", "color": INK, "align": "left"}
    text = {"field": "figures", "type": "nominal"}
    return {"mark": mark, "encoding": {"x": {"value": WIDTH + 14}, "y": SIDE, "text": text}}


def _names(lines: int) -> dict[str, Any]:
    mark = {"type": "text", "color": INK, "align": "right", "lineBreak": "\n", "lineHeight": LINE,
            "baseline": "middle", "dy": -LINE * (lines - 1) / 2}  # fmt: skip
    text = {"field": f"name{lines}", "type": "nominal"}
    return {"mark": mark, "encoding": {"x": {"value": -10}, "y": SIDE, "text": text}}
