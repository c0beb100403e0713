"""A Spark of one's own."""

from __future__ import annotations

import os
import sys
from functools import reduce
from typing import TYPE_CHECKING

from maaltal.core.text import Sentence, sentence

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


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
