"""Charts draw every figure, look the same each time, and can be seen by all."""

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from maaltal.core.text import Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.charts import chart_png, chart_svg
from maaltal.documents.charts.drawing import BAR, PAPER
from maaltal.documents.charts.figures import series
from maaltal.documents.hiding import HIDDEN
from maaltal.documents.tables import Cell, Column, Row, Table
from tests.documents.made_note import FULFILMENT, TREND

DARK_PAPER = "#14171c"
CHARTS = (FULFILMENT, TREND)


def texts(svg: str) -> list[str]:
    root = etree.fromstring(svg.encode())
    return [
        " ".join("".join(text.itertext()).split()) for text in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def test_a_chart_of_fulfilment_prints_names_and_figures() -> None:
    found = texts(chart_svg(FULFILMENT, "da"))
    assert "185 af 457 (40 pct.)" in found
    assert "46 af 39 (118 pct.)" in found
    assert "3 intet måltal" in found
    assert {"Måltal", "Revisionen", "100 pct."} <= set(found)
    assert "46 of 39 (118 per cent)" in texts(chart_svg(FULFILMENT, "en"))


def test_bars_are_as_long_as_their_fulfilment() -> None:
    svg = chart_svg(FULFILMENT, "da")
    lengths = [float(found) for found in re.findall(rf'd="M0,[\d.]+h([\d.]+)v[^"]*" fill="{BAR}"', svg)]
    assert len(lengths) == 2
    assert lengths[1] / lengths[0] == pytest.approx((46 / 39) / (185 / 457), rel=0.01)


def test_a_trend_prints_each_month_and_the_target_in_the_languages_numbers() -> None:
    found = texts(chart_svg(TREND, "da"))
    assert {"70", "840", "Måltal 1.080", "jan.2024", "dec."} <= set(found)
    assert "Target 1,080" in texts(chart_svg(TREND, "en"))


def test_months_that_are_hidden_keep_their_place() -> None:
    table = TREND.data
    rows = [
        replace(row, cells=(row.cells[0], HIDDEN, *row.cells[2:])) if n < 5 else row
        for n, row in enumerate(table.rows)
    ]
    found = texts(chart_svg(replace(TREND, data=replace(table, rows=tuple(rows))), "da"))
    assert "skjult" in found
    months = [text for text in found if text in texts(chart_svg(TREND, "da")) and text[:3].islower()]
    first = next(n for n, text in enumerate(months) if text.startswith("jan."))
    assert months[first].endswith("2024")
    assert [text[:3] for text in months[first : first + 12]] == [
        "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]  # fmt: skip


def test_the_axis_has_the_languages_numbers() -> None:
    assert "1.000" in texts(chart_svg(TREND, "da"))
    assert "1,000" in texts(chart_svg(TREND, "en"))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.code)
def test_svg_has_nothing_that_a_strict_page_refuses(chart: Chart) -> None:
    svg = chart_svg(chart, "da")
    assert not re.search(r"\b(style|class|href|on\w+)=|<script|<style", svg)
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"IBM Plex Sans"}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.code)
def test_png_is_white_with_text_in_it(chart: Chart) -> None:
    picture = Image.open(BytesIO(chart_png(chart, "da", 1))).convert("L")
    left = picture.crop((0, 0, 60, picture.height)).histogram()
    assert picture.getpixel((picture.width - 1, 0)) == 255
    assert sum(left[:80]), "the names at the left are missing"
    assert Image.open(BytesIO(chart_png(chart, "da", 2))).width == 2 * picture.width


@pytest.mark.parametrize("paper", [PAPER, DARK_PAPER])
def test_bars_stand_out_on_white_and_on_dark(paper: str) -> None:
    assert contrast(BAR, paper) >= 3
    assert contrast(BAR, PAPER) >= 4.5, "figures stand white on the bars"


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_groups_are_panels() -> None:
    columns = (
        Column("unit", Text("Enhed", "Unit")), Column("placements", Text("Løntilskud mv.", "Subsidy"), "percent"),
        Column("fleksjob:status", Text("Fleksjob", "Flex jobs"), "whole"), Column("fleksjob:target", Text("M", "T"), "whole"),
    )  # fmt: skip
    row = Row(("BIF",), (Cell("BIF"), Cell(1, "percent"), Cell(87, "whole"), Cell(47, "whole")))
    table = Table("t", sentence("t", "t"), columns, (row, Row(("ØKF",), (Cell("ØKF"), *[Cell("–")] * 3))))
    chart = Chart("c", Text("c", "c"), Text("d", "d"), "fulfilment", table)
    assert [group.heading for group in series(chart, "da")] == ["Løntilskud mv.", "Fleksjob"]
    found = texts(chart_svg(chart, "da"))
    assert {"100 pct.", "87 af 47 (185 pct.)", "–", "Fleksjob"} <= set(found)
    assert found.count("BIF") == 1


def test_labels_of_an_axis_have_room() -> None:
    """In a panel there is room for two; in English they are written short."""
    rows = tuple(Row((f"{n}",), (Cell(f"{n}"), *(Cell(Fraction(n), "percent"),) * 3)) for n in (1, 5))
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        *(Column(code, Text(code, code), "percent") for code in "abc"),
    )
    words = Text("", "")
    many = Chart("c", words, words, "fulfilment", Table("c", sentence("", ""), columns, rows))
    assert {f"{n}%" for n in (0, 300)} == {
        found for found in texts(chart_svg(many, "en")) if found.endswith("%")
    }
    assert "100 per cent" not in texts(chart_svg(FULFILMENT, "en"))
