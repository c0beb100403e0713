"""The same count on many machines: Spark deals persons out to partitions, each counts its own, the cubes are added.

Needs the extra `spark` and Java 17. What is counted, and how, is said in `count` alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from maaltal.core.exits import MONTHS_AFTER
from maaltal.core.organisation import Organisation
from maaltal.core.schemes import FLEKSJOB, FLEKSJOB_REFORM, Selection
from maaltal.core.text import Sentence, sentence
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.calendar import Calendar
from maaltal.engine.count import ROW_TYPES, Rows
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout, make_layout
from maaltal.engine.rows import FULL_TIME
from maaltal.store.view import Part

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class SparkMissingError(Exception):
    """Spark was asked for and is not installed."""

    def __init__(self) -> None:
        self.sentence: Sentence = sentence(
            "Spark er ikke installeret: pip install 'maaltal[spark]'; det kræver Java 17.",
            "Spark is not installed: pip install 'maaltal[spark]'; it needs Java 17.",
        )
        super().__init__(str(self.sentence))


def local_session(threads: int = 2) -> SparkSession:
    """A Spark in this process, for trying out and for tests. SparkMissingError without pyspark."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as missing:
        raise SparkMissingError from missing
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": str(threads),
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master(f"local[{threads}]").appName("maaltal")
    return reduce(lambda made, setting: made.config(*setting), settings.items(), builder).getOrCreate()


def figures(
    spark: SparkSession,
    parts: Sequence[Part],
    organisation: Organisation,
    selections: Iterable[Selection],
    calendar: Calendar,
    outcomes: Sequence[Part] = (),
) -> Figures:
    """As `engine.figures`, counted by Spark. A row in a unit that the organisation lacks is a KeyError."""
    layout = make_layout(organisation, selections, calendar)
    cube = cubes.empty(layout)
    if parts:
        pieces = _pieces(spark, parts, layout, outcomes)
        by_person = pieces.repartition("person").sortWithinPartitions(
            "person", "first", "last", "minus_hours"
        )
        changes = by_person.mapInArrow(_counting(layout), "at long, number long")
        table = changes.groupBy("at").sum("number").toArrow()
        at, numbers = (column.to_numpy() for column in table.columns)
        cube.reshape(-1)[at] = numbers
    cubes.finish(cube, layout)
    return Figures(layout, cube, bool(outcomes))


def _pieces(
    spark: SparkSession, parts: Sequence[Part], layout: Layout, outcomes: Sequence[Part]
) -> DataFrame:
    """Rows with the days that their part answers for, cut where their unit moves."""
    from pyspark.sql import functions as sql  # noqa: PLC0415 (an extra)

    places = layout.places
    codes = list(places.units)
    stays = spark.createDataFrame(
        [
            (codes[unit], stay, first, last)
            for stay, (unit, first, last) in enumerate(
                zip(places.stay_unit, places.stay_first, places.stay_last, strict=True)
            )
        ],
        "unit string, stay int, stay_first int, stay_last int",
    )
    kinds = spark.createDataFrame(
        [(*row, kind) for row, kind in layout.slots.kind_of.items()],
        "scheme string, retention boolean, before_reform boolean, excluded boolean, kind int",
    )
    low, high = layout.calendar.cuts[0].toordinal(), layout.calendar.cuts[-1].toordinal()
    all_parts = reduce(lambda one, other: one.unionByName(other), (_clipped(spark, part) for part in parts))
    clipped = all_parts.where(f"clip_last >= {low - 1} AND clip_first <= {high}")
    unknown = clipped.join(sql.broadcast(stays), "unit", "left_anti").select("unit").distinct().collect()
    if unknown:
        raise KeyError(f"no such unit: {', '.join(sorted(row.unit for row in unknown))}")
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


def _counting(layout: Layout) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Count a partition whole; give the places in the flat cube that changed, and by how much."""

    def counted(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = list(batches)
        if held:
            counter = Counter(layout)
            counter.add(_rows(pa.Table.from_batches(held)))
            flat = counter.total().reshape(-1)
            at = np.flatnonzero(flat)
            yield pa.RecordBatch.from_arrays([pa.array(at), pa.array(flat[at])], ["at", "number"])

    return counted


def _rows(table: pa.Table) -> Rows:
    columns = {name: table[name].to_numpy() for name in table.column_names if name != "person"}
    person = table["person"].combine_chunks().dictionary_encode().indices.to_numpy() + 1
    columns |= {"person": person, "hours": -columns["minus_hours"]}
    return Rows(*(columns[name].astype(kind) for name, kind in zip(Rows._fields, ROW_TYPES, strict=True)))
