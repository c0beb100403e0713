"""The same count on many machines: Spark deals persons out to partitions, each counts its own, the cubes are added.

Needs the extra `spark` and Java 17. What is counted, and how, is said in `count` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from maaltal.core.organisation import Organisation
from maaltal.core.schemes import Selection
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.calendar import Calendar
from maaltal.engine.count import ROW_TYPES, Rows
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout, make_layout
from maaltal.store.view import Part

if TYPE_CHECKING:
    from pyspark.sql import SparkSession
from maaltal.engine.spark_rows import pieces_of


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
        pieces = pieces_of(spark, parts, layout, outcomes)
        by_person = pieces.repartition("person").sortWithinPartitions(
            "person", "first", "last", "minus_hours"
        )
        changes = by_person.mapInArrow(_counting(layout), "at long, number long")
        table = changes.groupBy("at").sum("number").toArrow()
        at, numbers = (column.to_numpy() for column in table.columns)
        cube.reshape(-1)[at] = numbers
    cubes.finish(cube, layout)
    return Figures(layout, cube, bool(outcomes))


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
