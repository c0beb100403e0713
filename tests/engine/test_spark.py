"""Spark gives the same cube as one process does."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from bench import generate
from pyspark.sql import SparkSession

from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period
from maaltal.core.spells import Spell
from maaltal.engine import figures, spark
from maaltal.engine.calendar import Calendar, monthly
from maaltal.engine.spark_session import local_session
from maaltal.store.view import Part
from tests.agreement import random_register
from tests.agreement.generated import SELECTIONS, TWO_YEARS
from tests.engine.parts import ALL_TIME, write_outcomes, write_part

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    running = local_session()
    yield running
    running.stop()


def test_equal_cubes(session: SparkSession, tmp_path: Path) -> None:
    spells = random_register.spells(7, 20_000)
    organisation = random_register.organisation(7)
    middle = date(2020, 9, 15)
    parts = [
        write_part(tmp_path / "early.parquet", spells, Period(ALL_TIME.start, middle)),
        write_part(tmp_path / "late.parquet", spells, Period(middle, ALL_TIME.end)),
    ]
    outcomes = write_outcomes(tmp_path / "outcomes.parquet", random_register.outcomes(8, spells))
    check(session, parts, organisation, TWO_YEARS, [outcomes])


def test_an_unknown_unit_is_named(session: SparkSession, tmp_path: Path) -> None:
    day = date(2020, 5, 1)
    part = write_part(tmp_path / "lost.parquet", [Spell("p", "loentilskud", "nowhere", day, day, day, day)])
    with pytest.raises(KeyError, match="nowhere"):
        spark.figures(session, [part], random_register.organisation(7), SELECTIONS, TWO_YEARS)


@pytest.mark.slow
def test_equal_cubes_of_a_million(session: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "million.parquet"
    generate.write_register(path, 1_000_000)
    part = Part(path, generate.TEN_YEARS, "million")
    check(session, [part], generate.organisation(), monthly(Period(date(2020, 1, 1), date(2022, 1, 1))))


def test_without_spark_the_error_says_what_to_do() -> None:
    code = "import sys; sys.modules['pyspark'] = None\nfrom maaltal.engine.spark_session import local_session\nlocal_session()"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert "pip install 'maaltal[spark]'" in told.stderr


def check(
    session: SparkSession,
    parts: list[Part],
    organisation: Organisation,
    calendar: Calendar,
    outcomes: Sequence[Part] = (),
) -> None:
    told = spark.figures(session, parts, organisation, SELECTIONS, calendar, outcomes)
    here = figures(parts, organisation, SELECTIONS, calendar, outcomes)
    assert here.cube.any()
    assert np.array_equal(told.cube[:, :, 1:-1], here.cube[:, :, 1:-1])
