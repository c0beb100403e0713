"""Measurements as CSV (RFC 4180) and as JSON-stat 2.0."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from math import prod
from typing import Any

from django.utils.translation import gettext as _

from maaltal.core.catalogue import COUNTED_IN, MEASURES
from maaltal.web.api.schemas import MeasurementRow
from maaltal.web.received import language

DIMENSIONS = ("period", "unit", "selection", "measure")
ROLES = {"time": ["period"], "geo": ["unit"], "metric": ["measure"]}


def as_csv(rows: Sequence[MeasurementRow]) -> str:
    """A comma between fields and a decimal point, for programs; a hidden value is empty, and said to be hidden."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(MeasurementRow.model_fields)
    for row in rows:
        writer.writerow([_cell(value) for value in row.model_dump().values()])
    return out.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.6f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def as_json_stat(rows: Sequence[MeasurementRow]) -> dict[str, Any]:
    """A dense cube; a cell without a figure is null, and one that is hidden has the state "hidden" besides."""
    labels = {name: _labels(rows, name) for name in DIMENSIONS}
    places = {name: {code: n for n, code in enumerate(labels[name])} for name in DIMENSIONS}
    size = [len(labels[name]) for name in DIMENSIONS]
    values: list[float | None] = [None] * prod(size)
    states = {}
    for row in rows:
        at = 0
        for name, length in zip(DIMENSIONS, size, strict=True):
            at = at * length + places[name][getattr(row, name)]
        values[at] = row.value
        if row.hidden:
            states[str(at)] = "hidden"
    return {
        "version": "2.0", "class": "dataset", "label": _("Målinger af særlige jobordninger"), "id": list(DIMENSIONS), "size": size,
        "role": ROLES, "value": values, "status": states, "dimension": {
            name: {"label": _label_of(name), "category": {"index": list(labels[name]), "label": labels[name],
                                                          **(_units(labels[name]) if name == "measure" else {})}}
            for name in DIMENSIONS
        },
    }  # fmt: skip


def _labels(rows: Sequence[MeasurementRow], name: str) -> dict[str, str]:
    """Code and name of each category, in the rows' order."""
    match name:
        case "unit":
            return {row.unit: row.unit_name for row in rows}
        case "selection":
            return {row.selection: row.selection_name for row in rows}
        case "measure":
            return {row.measure: MEASURES[row.measure].label.get(language()) for row in rows}
    return {row.period: row.period for row in rows}


def _units(measures: dict[str, str]) -> dict[str, Any]:
    words = {code: COUNTED_IN[MEASURES[code].counted_in].get(language()) for code in measures}
    return {"unit": {code: {"label": word, "decimals": 6} for code, word in words.items()}}


def _label_of(name: str) -> str:
    return {
        "period": _("Periode"),
        "unit": _("Enhed"),
        "selection": _("Ordninger"),
        "measure": _("Opgørelsesmetode"),
    }[name]
