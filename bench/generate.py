"""A made-up register of any size: an organisation of 2,111 units and spells over ten years, in counting order."""

from datetime import date
from pathlib import Path

from maaltal.core.organisation import Organisation, Unit
from maaltal.core.periods import Period
from maaltal.store.database import database

TEN_YEARS = Period(date(2015, 1, 1), date(2025, 1, 1))
FOUNDED = date(1998, 1, 1)
ADMINISTRATIONS, CENTRES, UNITS = 10, 100, 2000
MOVES = 40
SCHEMES = ("loentilskud", "virksomhedspraktik", "nytteindsats", "smaajob", "fleksjob")


def organisation() -> Organisation:
    """1 + 10 + 100 + 2,000 units; 40 of the smallest move to another centre at some time."""
    units = [Unit("K", "K", "municipality", None, FOUNDED)]
    units += [Unit(f"A{n}", f"A{n}", "administration", "K", FOUNDED) for n in range(ADMINISTRATIONS)]
    units += [Unit(f"C{n}", f"C{n}", "centre", f"A{n % ADMINISTRATIONS}", FOUNDED) for n in range(CENTRES)]
    for n in range(UNITS):
        code, home = f"U{n}", f"C{n % CENTRES}"
        moves = date(2016 + n // 50 % 8, 1 + n % 12, 1) if n % (UNITS // MOVES) == 0 else None
        units.append(Unit(code, code, "unit", home, FOUNDED, moves))
        if moves:
            units.append(Unit(code, code, "unit", f"C{(n + 1) % CENTRES}", moves))
    return Organisation(tuple(units))


def write_register(path: Path, rows: int) -> None:
    """Write `rows` spells as the store keeps them: on average 2.5 a person, one in five persons in one place only."""
    persons = max(1, rows * 2 // 5)
    schemes = "[" + ", ".join(f"'{code}'" for code in SCHEMES) + "]"
    query = f"""
    COPY (
        WITH drawn AS (
            SELECT r, hash(r) % {persons} AS p, hash(r + 1e9) AS a, hash(r + 2e9) AS b, hash(r + 3e9) AS c
            FROM range({rows}) AS one(r)
        ), placed AS (
            SELECT *, CASE WHEN p % 5 = 0 THEN hash(p) ELSE a END AS place,
                DATE '2014-01-01' + (b % 3900)::INTEGER AS start_date
            FROM drawn
        )
        SELECT
            md5(p::VARCHAR) AS person,
            ({schemes})[(place // 7 % {len(SCHEMES)})::INTEGER + 1] AS scheme,
            'U' || (place // 77 % {UNITS})::VARCHAR AS unit,
            start_date,
            CASE WHEN c % 20 = 0 THEN NULL ELSE start_date + (c // 20 % 300)::INTEGER END AS end_date,
            CASE WHEN a % 3 = 0 THEN NULL ELSE (a // 3 % 37 * 100 + 100)::INTEGER END AS hours,
            a // 11 % 10 = 0 AS retention,
            a // 13 % 50 = 0 AS excluded,
            r::INTEGER AS source_row
        FROM placed
    ) TO '{path}' (FORMAT parquet)
    """
    with database() as connection:
        connection.execute(query)
