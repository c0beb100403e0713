"""Excel's own charts of a sheet's figures, which follow when the figures are changed."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from maaltal.core.text import Language
from maaltal.documents.blocks import Chart
from maaltal.documents.printing import said
from maaltal.documents.xlsx.tables import HEAD_ROW

KINDS = {"fulfilment": "bar", "trend": "column"}
HIGH, WIDE = 22, 820
"""A chart's height in rows, its width in pixels."""

COLOURS = ("#2F6FBD", "#8A5A00", "#4A4F57", "#7A3E9D")
TARGET = "target"


def draw(workbook: Workbook, sheet: Worksheet, chart: Chart, n: int, language: Language) -> None:
    """Below the table and its notes; `n` charts stand there before."""
    drawn, targets = _columns(chart)
    if not drawn:
        return
    made = workbook.add_chart({"type": KINDS[chart.kind]})
    for colour, at in zip(COLOURS, drawn, strict=False):
        made.add_series(_series(sheet, chart, at) | {"fill": {"color": colour}})
    if targets:
        line = workbook.add_chart({"type": "line"})
        for at in targets:
            line.add_series(_series(sheet, chart, at) | {"line": {"color": "#111111", "width": 2.25}})
        made.combine(line)
    made.set_title({"name": said(chart.title, language), "overlay": False, "name_font": {"size": 12}})
    made.set_legend({"position": "bottom"})
    if chart.kind == "fulfilment":
        made.set_y_axis({"reverse": True})
    made.set_size({"width": WIDE, "height": 20 * HIGH})
    below = HEAD_ROW + len(chart.data.rows) + len(chart.data.notes) + 4 + n * (HIGH + 1)
    sheet.insert_chart(below, 0, made, {"description": said(chart.described, language)})


def _columns(chart: Chart) -> tuple[list[int], list[int]]:
    """Those drawn as columns or bars, and those drawn as lines: shares if there are any, else measurements and targets."""
    numeric = {at: column for at, column in enumerate(chart.data.columns) if at and column.numeric}
    shares = [at for at, column in numeric.items() if column.kind == "percent"]
    if chart.kind == "fulfilment":
        return shares or list(numeric), []
    targets = [at for at, column in numeric.items() if column.code.rpartition(":")[2] == TARGET]
    return [at for at in numeric if at not in targets], targets


def _series(sheet: Worksheet, chart: Chart, at: int) -> dict[str, Any]:
    first, last = HEAD_ROW + 1, HEAD_ROW + len(chart.data.rows)
    return {
        "name": [sheet.name, HEAD_ROW, at],
        "categories": [sheet.name, first, 0, last, 0],
        "values": [sheet.name, first, at, last, at],
    }
