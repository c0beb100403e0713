"""How fast notes are made: the yearly status in all four formats, cold and warm, and a hundred monthly notes.

python -m bench notes
"""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench.measure import measured
from maaltal.core.periods import parse_period
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.definitions import load_municipality
from maaltal.ground.ground import ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way, publish
from maaltal.intake.keys import Key
from maaltal.intake.load import Delivery, load
from maaltal.sample import write
from maaltal.store import Store

FORMS = ("docx", "pdf", "html", "xlsx")
ANNUAL = Asked("annual", parse_period("2024"))
MONTHLY = Asked("monthly", parse_period("2024-10"))
NOTES = 100


def main(_: Sequence[str] = ()) -> None:
    """Print seconds and peak memory of each, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "lager")
        for file in write(Path(folder) / "udtraek", 2024).files:
            load(Delivery(store, file.path, load_municipality(), Key(DEMO_KEY)), datetime.now(UTC))
        for step in ("annual", "monthly"):
            cost = measured("bench.notes", step, store.folder)
            told = ", ".join(f"{name} {value:.2f} s" for name, value in cost.notes.items())
            print(f"{step:10} {cost.seconds:6.2f} s in all, {cost.peak:.2f} GB; {told}")


def annual(folder: str) -> dict[str, float]:
    """The yearly status in four formats, audited and with its edition: the first time, and again in the same process."""
    return {name: _published(folder, [ANNUAL]) for name in ("cold", "warm")}


def monthly(folder: str) -> dict[str, float]:
    """A note for each administration and for centres and units, a hundred together, in Word, then in four formats."""
    known = ground(Path(folder), "koebenhavn")
    units = [unit.code for unit in known.organisation.below("KK", MONTHLY.period.last_day)][1 : NOTES + 1]
    asked = [replace(MONTHLY, unit=unit) for unit in units]
    return {
        f"{len(asked)} in Word": _published(folder, asked, ("docx",)),
        "in four formats": _published(folder, asked),
    }


def _published(folder: str, asked: Sequence[Asked], forms: tuple[str, ...] = FORMS) -> float:
    start = perf_counter()
    stands_on = ground(Path(folder), "koebenhavn")
    with tempfile.TemporaryDirectory() as out:
        notes = [make(stands_on, one, "da") for one in asked]
        publish(notes, Way(Path(out) / "ud", forms, despite_findings=True))
    return perf_counter() - start
