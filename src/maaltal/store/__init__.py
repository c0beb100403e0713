"""The spell store: immutable Parquet batches with a manifest."""

from maaltal.store.compare import difference
from maaltal.store.database import database, parquet, quoted
from maaltal.store.difference import Change, Difference, Row
from maaltal.store.errors import StoreError
from maaltal.store.rows import SPELL_FILE_COLUMNS, counted_rows, spells
from maaltal.store.store import Store
from maaltal.store.units import read_units, write_units
from maaltal.store.verify import Damage
from maaltal.store.view import OUTCOMES, SPELLS, UNITS, Batch, Part, Standing, View

__all__ = [
    "OUTCOMES",
    "SPELLS",
    "SPELL_FILE_COLUMNS",
    "UNITS",
    "Batch",
    "Change",
    "Damage",
    "Difference",
    "Part",
    "Row",
    "Standing",
    "Store",
    "StoreError",
    "View",
    "counted_rows",
    "database",
    "difference",
    "parquet",
    "quoted",
    "read_units",
    "spells",
    "write_units",
]
