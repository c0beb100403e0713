"""Puts made-up content into a spell store."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from maaltal.core.organisation import Unit
from maaltal.store import UNITS, Store, write_units


def store_units(folder: Path, units: Sequence[Unit], at: datetime) -> None:
    """The organisation as one batch of the store in `folder`."""
    store = Store(folder)
    with store.staging() as staging:
        write_units(staging / UNITS, units)
        store.commit(
            staging, source="organisation", layout="organisation", period=None, file_name="organisation.xlsx",
            sha256="0" * 64, key_fingerprint=None, accepted=len(units), set_aside=0, rejected=0, notes=0,
            corrects=None, at=at,
        )  # fmt: skip
