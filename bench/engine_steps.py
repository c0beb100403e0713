"""What `bench.engine` measures, each step as a function of texts, for a process of its own."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import duckdb
import numpy as np
import pyarrow.parquet as pq

from bench.generate import SCHEMES, TEN_YEARS, organisation
from maaltal.core.periods import year
from maaltal.core.schemes import ALL, Selection
from maaltal.definitions import load_municipality
from maaltal.engine import cube as cubes
from maaltal.engine.answer import Figures
from maaltal.engine.arrange import batches
from maaltal.engine.calendar import monthly, single
from maaltal.engine.count import Rows
from maaltal.engine.counter import Counter
from maaltal.engine.plan import Layout, make_layout
from maaltal.engine.refresh import refreshed, touched
from maaltal.store.database import database, parquet
from maaltal.store.view import Part, View

FEW, EVERY = "few", "every"


def selections(which: str) -> tuple[Selection, ...]:
    """`few`: five schemes and all. `every`: whatever the municipality asks for, 16 of them."""
    every = load_municipality().selections
    return every if which == EVERY else tuple(one for one in every if one.code in (*SCHEMES, ALL))


def layout(which: str) -> Layout:
    return make_layout(organisation(), selections(which), monthly(TEN_YEARS))


def arrange(register: str, folder: str, which: str) -> dict[str, float]:
    """The register's rows, arranged, as Parquet files of a shard each. Writing them is not measured."""
    made, rows = layout(which), 0
    start = perf_counter()
    seconds = 0.0
    for n, shard in enumerate(batches([Part(Path(register), TEN_YEARS, "bench")], made)):
        seconds += perf_counter() - start
        rows += len(shard.first)
        _write(shard, Path(folder) / f"{n:03}.parquet")
        start = perf_counter()
    return {"seconds": seconds, "rows": rows}


def _write(rows: Rows, path: Path) -> None:
    with duckdb.connect() as connection:
        connection.register("arranged", rows._asdict())
        connection.execute(f"COPY arranged TO '{path}' (FORMAT parquet)")


def scan(folder: str) -> dict[str, float]:
    """Sum every column of the arranged files, and do nothing else: the best of three."""
    query = f"SELECT {', '.join(f'sum({name})' for name in Rows._fields)} FROM '{folder}/*.parquet'"
    return {"seconds": _best(query)}


def scan_register(register: str) -> dict[str, float]:
    """The same of the register as the store keeps it."""
    texts = ", ".join(f"sum(strlen({name}))" for name in ("person", "scheme", "unit"))
    days = ", ".join(f"sum({name} - DATE '2000-01-01')" for name in ("start_date", "end_date"))
    return {"seconds": _best(f"SELECT {texts}, {days}, sum(hours) FROM {parquet(Path(register))}")}


def _best(query: str) -> float:
    with database() as connection:
        found = []
        for _ in range(3):
            start = perf_counter()
            connection.execute(query).fetchall()
            found.append(perf_counter() - start)
        return min(found)


def count(folder: str, which: str) -> dict[str, float]:
    """The pass, the best of three like the scan. The compiled code is in its cache and loaded already."""
    made = layout(which)
    _warm(made)
    return min((_pass(Path(folder), made) for _ in range(3)), key=lambda cost: cost["seconds"])


def _pass(folder: Path, made: Layout) -> dict[str, float]:
    """Load, count every measure, finish."""
    start = perf_counter()
    counter = Counter(made, compile_from=0)
    for path in sorted(folder.iterdir()):
        table = pq.read_table(path)
        counter.add(Rows(*(table[name].to_numpy() for name in Rows._fields)))
    counted = perf_counter()
    cube = counter.total()
    cubes.finish(cube, made)
    end = perf_counter()
    assert Figures(made, cube).value("K", ALL, "spells") > 0
    return {"seconds": end - start, "finish": end - counted, "cells": cube[..., 0].size}


def _warm(made: Layout) -> None:
    """One row, so that loading compiled code is not measured; compiling it takes some seconds once in a life."""
    counter = Counter(made, compile_from=0)
    counter.add(Rows(*([1] for _ in Rows._fields)))


def naive(register: str) -> dict[str, float]:
    """What a user would write: rows joined with months and with every node above, and COUNT(DISTINCT)."""
    made = layout(FEW)
    low, high = (cut.toordinal() for cut in (TEN_YEARS.start, TEN_YEARS.end))
    nodes = [
        (code, node) for code in made.places.units for node in organisation().path(code, TEN_YEARS.start)
    ]
    months = [
        (n, period.start.toordinal(), period.last_day.toordinal())
        for n, period in enumerate(made.calendar.buckets)
    ]
    with database() as connection:
        connection.register(
            "nodes", {"unit": np.array([u for u, _ in nodes]), "node": np.array([n for _, n in nodes])}
        )
        columns = np.array(months).T
        connection.register("months", dict(zip(("month", "first_day", "last_day"), columns, strict=True)))
        start = perf_counter()
        rows = connection.execute(
            NAIVE.format(register=parquet(Path(register)), low=low, high=high)
        ).fetchall()
        return {"seconds": perf_counter() - start, "cells": len(rows)}


NAIVE = """
WITH spells AS (
    SELECT *, start_date - DATE '0001-01-01' + 1 AS first,
        coalesce(end_date - DATE '0001-01-01' + 1, {high} - 1) AS last
    FROM {register}
)
SELECT node, CASE WHEN GROUPING(scheme) = 1 THEN 'all' ELSE scheme END, month, count(*),
    count(DISTINCT person), count(DISTINCT person) FILTER (last >= last_day),
    sum(least(last, last_day) - greatest(first, first_day) + 1)
FROM spells JOIN nodes USING (unit) JOIN months ON first <= last_day AND last >= first_day
GROUP BY GROUPING SETS ((node, scheme, month), (node, month))
"""
"""Days are not even counted once a person here, and no run is joined."""


def refresh(register: str, folder: str, one_in: str) -> dict[str, float]:
    """A later extract in which one person in `one_in` has other hours; how many rows are counted anew."""
    made = layout(FEW)
    _warm(made)
    later = Path(folder) / f"later-{one_in}.parquet"
    with database() as connection:
        changed = f"CASE WHEN hash(person) % {one_in} = 0 THEN 1500 ELSE hours END"
        connection.execute(
            f"COPY (SELECT * REPLACE ({changed} AS hours) FROM {parquet(Path(register))}) TO '{later}' (FORMAT parquet)"
        )
    before, after = (_view(path) for path in (Path(register), later))
    known = Figures(made, cubes.empty(made))
    start = perf_counter()
    people = touched(before, after, made)
    compared = perf_counter()
    refreshed(known, before, after)
    end = perf_counter()
    return {"seconds": end - compared, "compare": compared - start, "persons": len(people)}


def _view(path: Path) -> View:
    return View(datetime(2025, 1, 1, tzinfo=UTC), (), (Part(path, TEN_YEARS, path.stem),), ())


def crossover(register: str, rows: str, how: str) -> dict[str, float]:
    """Counting few rows as plain Python, or compiled: loading numba is part of it then."""
    made = make_layout(organisation(), selections(EVERY), single(year(2024)))
    whole = next(batches([Part(Path(register), TEN_YEARS, "bench")], made))
    some = Rows(*(column[: int(rows)] for column in whole))
    start = perf_counter()
    Counter(made, compile_from=0 if how == "compiled" else sys.maxsize).add(some)
    return {"seconds": perf_counter() - start, "rows": len(some.first)}
