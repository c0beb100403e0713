"""Stored spells in Spark: the rows to count, cut where their unit moves, with what they led to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from maaltal.core.exits import MONTHS_AFTER
from maaltal.core.organisation import UnknownUnitsError
from maaltal.core.schemes import FLEKSJOB, FLEKSJOB_REFORM
from maaltal.engine.plan import Layout
from maaltal.engine.rows import FULL_TIME
from maaltal.store.view import Part

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def pieces_of(
    spark: SparkSession, parts: Sequence[Part], layout: Layout, outcomes: Sequence[Part]
) -> DataFrame:
    """Rows with the days that their part answers for, cut where their unit moves."""
    from pyspark.sql import functions as sql  # noqa: PLC0415 (an extra)

    stays, kinds = _stays(spark, layout), _kinds(spark, layout)
    low, high = layout.calendar.cuts[0].toordinal(), layout.calendar.cuts[-1].toordinal()
    all_parts = reduce(lambda one, other: one.unionByName(other), (_clipped(spark, part) for part in parts))
    clipped = all_parts.where(f"clip_last >= {low - 1} AND clip_first <= {high}")
    unknown = clipped.join(sql.broadcast(stays), "unit", "left_anti").select("unit").distinct().collect()
    if unknown:
        raise UnknownUnitsError(sorted(row.unit for row in unknown))
    return (
        clipped.join(_hits(spark, clipped, outcomes), ["person", "ended"], "left")
        .join(sql.broadcast(kinds), ["scheme", "retention", "before_reform", "excluded"])
        .join(sql.broadcast(stays), "unit")
        .where("stay_first <= clip_last AND clip_first <= stay_last")
        .selectExpr(
            "person", "greatest(clip_first, stay_first) AS first", "least(clip_last, stay_last) AS last",
            f"-coalesce(hours, {FULL_TIME}) AS minus_hours", "kind", "stay",
            "int(began = greatest(clip_first, stay_first)) AS begins",
            "int(coalesce(ended = least(clip_last, stay_last), false)) AS ends",
            "int(coalesce(hit AND ended = least(clip_last, stay_last), false)) AS exits",
        )
    )  # fmt: skip


def _stays(spark: SparkSession, layout: Layout) -> DataFrame:
    """Where each unit stood, from which day to which."""
    places = layout.places
    codes = list(places.units)
    return spark.createDataFrame(
        [
            (codes[unit], stay, first, last)
            for stay, (unit, first, last) in enumerate(
                zip(places.stay_unit, places.stay_first, places.stay_last, strict=True)
            )
        ],
        "unit string, stay int, stay_first int, stay_last int",
    )


def _kinds(spark: SparkSession, layout: Layout) -> DataFrame:
    """The number of each kind of row."""
    return spark.createDataFrame(
        [(*row, kind) for row, kind in layout.slots.kind_of.items()],
        "scheme string, retention boolean, before_reform boolean, excluded boolean, kind int",
    )


def _hits(spark: SparkSession, clipped: DataFrame, outcomes: Sequence[Part]) -> DataFrame:
    """The persons and days of ends that lead to job or education in the third month after."""
    if not outcomes:
        return spark.createDataFrame([], "person string, ended int, hit boolean")
    followed = reduce(
        lambda one, other: one.unionByName(other), (_followed(spark, part) for part in outcomes)
    )
    ends = clipped.where("ended IS NOT NULL").select("person", "ended", "end_date").distinct()
    return (
        ends.join(followed, "person")
        .where(f"first < add_months(trunc(end_date, 'MM'), {MONTHS_AFTER + 1})")
        .where(f"last >= add_months(trunc(end_date, 'MM'), {MONTHS_AFTER})")
        .selectExpr("person", "ended", "true AS hit")
        .distinct()
    )


def _followed(spark: SparkSession, part: Part) -> DataFrame:
    last_day = f"DATE '{part.window.last_day}'"
    return (
        spark.read.parquet(str(part.path))
        .selectExpr(
            "person",
            f"greatest(start_date, DATE '{part.window.start}') AS first",
            f"least(coalesce(end_date, {last_day}), {last_day}) AS last",
        )
        .where("first <= last")
    )


def _clipped(spark: SparkSession, part: Part) -> DataFrame:
    window = part.window
    first, last = window.start.toordinal(), window.last_day.toordinal()
    return (
        spark.read.parquet(str(part.path))
        .where(f"start_date < DATE '{window.end}' AND (end_date IS NULL OR end_date >= DATE '{window.start}')")
        .selectExpr(
            "person", "scheme", "unit", "hours", "retention", "excluded", "end_date",
            f"scheme = '{FLEKSJOB}' AND start_date < DATE '{FLEKSJOB_REFORM}' AS before_reform",
            f"{_ordinal('start_date')} AS began", f"{_ordinal('end_date')} AS ended",
            f"greatest({_ordinal('start_date')}, {first}) AS clip_first",
            f"least(coalesce({_ordinal('end_date')}, {last}), {last}) AS clip_last",
        )
    )  # fmt: skip


def _ordinal(column: str) -> str:
    return f"(unix_date({column}) - unix_date(DATE '0001-01-01') + 1)"
