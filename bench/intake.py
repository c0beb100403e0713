"""Intake: rows a second from CSV to checked, pseudonymised Parquet, beside a bare read of the same CSV."""

import argparse
import resource
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from maaltal.core.organisation import Unit
from maaltal.core.periods import year
from maaltal.definitions import load_municipality
from maaltal.intake.keys import Key
from maaltal.intake.receive import Asked, Known, receive
from maaltal.store.database import database

UNITS = 600
KEY = Key(b"a key for measurements alone")


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench intake", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args(argv).rows
    with TemporaryDirectory(prefix="maaltal-bench-") as name:
        folder = Path(name)
        _receive(_generate(folder / "small.csv", 100), folder / "small")
        file = _generate(folder / "placeringer-2024.csv", rows)
        print(f"{rows:,} rows, {file.stat().st_size / 1e6:.0f} MB of CSV")
        bare = _bare(file)
        _report(rows, bare, *_receive(file, folder / "in"))


def _report(rows: int, bare: float, wall: float, cpu: float, steps: dict[str, float]) -> None:
    for step, seconds in steps.items():
        print(f"  {step:8} {seconds:6.2f} s")
    print(
        f"received in {wall:.2f} s: {rows / wall / 1e6:.2f} M rows/s; {rows / cpu / 1e6:.2f} M rows/s of a core's time"
    )
    print(f"bare DuckDB read, all text: {bare:.2f} s; intake is {wall / bare:.1f} times that")
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _generate(file: Path, rows: int) -> Path:
    """Up to three spells a person, one after the other but for one in fifty; every person number has its day plus 60."""
    persons = max(1, rows * 2 // 5)
    query = f"""
    COPY (
        WITH drawn AS (SELECT r, r % {persons} AS p, r // {persons} AS k, hash(r + 1e9) AS a, hash(r + 2e9) AS b FROM range({rows}) AS one(r)),
            dated AS (SELECT *, DATE '2023-06-01' + (hash(p) % 200 + k * 190)::INTEGER AS start_date,
                (b % 180 + CASE WHEN b // 180 % 50 = 0 THEN 60 ELSE 0 END)::INTEGER AS days FROM drawn)
        SELECT printf('%02d%02d%02d-%04d', 61 + p % 28, 1 + p // 28 % 12, 30 + p // 336 % 70, p // 23520 % 10000) AS "CPR-nummer",
            ['Løntilskud', 'Virksomhedspraktik', 'Småjob'][(a % 3)::INTEGER + 1] AS "Ordning",
            printf('10034%05d', a // 7 % {UNITS}) AS "P-nummer", printf('E%05d', a // 7 % {UNITS}) AS "Enhed",
            strftime(start_date, '%d-%m-%Y') AS "Startdato", strftime(start_date + days, '%d-%m-%Y') AS "Slutdato",
            ['37', '20,5', '15', ''][(a // 11 % 4)::INTEGER + 1] AS "Timer pr. uge",
            ['', 'nej', 'nej', 'ja'][(a // 13 % 4)::INTEGER + 1] AS "Nytteprojekt"
        FROM dated ORDER BY r
    ) TO '{file}' (FORMAT csv, DELIMITER ';', HEADER)"""
    with database() as connection:
        connection.execute(query)
    return file


def _bare(file: Path) -> float:
    """The best of three reads that must look at every cell."""
    query = f"SELECT sum(strlen(COLUMNS(*))) FROM read_csv('{file}', delim = ';', header = true, all_varchar = true)"
    times = []
    for _ in range(3):
        with database() as connection:
            begun = perf_counter()
            connection.execute(query).fetchall()
            times.append(perf_counter() - begun)
    return min(times)


def _receive(file: Path, folder: Path) -> tuple[float, float, dict[str, float]]:
    """Seconds on the clock, of the processor, and by step."""
    folder.mkdir()
    units = tuple(
        Unit(f"E{n:05}", f"Enhed {n}", "unit", "BUF", year(2000).start, production_unit=f"10034{n:05}")
        for n in range(UNITS)
    )
    steps: dict[str, float] = {}
    last = begun = perf_counter()
    begun_cpu, before = process_time(), "look"

    def progress(step: str, _done: int, _total: int | None) -> None:
        nonlocal last, before
        now = perf_counter()
        steps[before] = steps.get(before, 0.0) + now - last
        last, before = now, step

    known = Known(load_municipality(), units, key=KEY)
    receive(file, folder, Asked(period=year(2024)), known, progress)
    progress("end", 0, None)
    return perf_counter() - begun, process_time() - begun_cpu, steps
