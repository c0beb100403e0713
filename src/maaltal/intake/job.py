"""What intake knows about a file once its header is read: the layout, the columns, the period, what it corrects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period
from maaltal.intake.corrections import OWN_COLUMNS, ROW
from maaltal.intake.database import text
from maaltal.intake.keys import PSEUDONYM, Key
from maaltal.intake.layouts import Layout
from maaltal.store.view import Batch


@dataclass(frozen=True)
class Job:
    """One file's job. `places` tells which column, c0 and up, a field stands in; `date_form` is tried first."""

    file: str
    layout: Layout
    header: tuple[str, ...]
    places: Mapping[str, int]
    key: Key | None
    municipality: Municipality
    organisation: Organisation
    period: Period | None
    date_form: str
    corrects: Batch | None = None

    def has(self, field: str) -> bool:
        return field in self.places or field in self.layout.fixed

    def cell(self, field: str) -> str:
        """SQL for the field's cell; empty where the file has no such column."""
        if field in self.places:
            return f"c{self.places[field]}"
        return text(self.layout.fixed.get(field, ""))

    def column(self, field: str | None) -> str | None:
        """The field's column name as received."""
        return self.header[self.places[field]] if field and field in self.places else None

    @property
    def received_cells(self) -> tuple[str, ...]:
        """The cells that came from outside, without the columns that a file of rejected rows has of ours."""
        return tuple(f"c{n}" for n, name in enumerate(self.header) if name not in OWN_COLUMNS)

    @property
    def shown_cells(self) -> tuple[str, ...]:
        """SQL for `received_cells` as they may be shown: a person is kept once, and shown as a pseudonym."""
        person = f"c{self.places.get('person')}"
        shown = f"coalesce({person}, '{PSEUDONYM}' || person)"
        return tuple(shown if cell == person else cell for cell in self.received_cells)

    @property
    def place_sql(self) -> str:
        """SQL for the P-number as received, without the blanks that people group its digits by."""
        return f"replace({self.cell('production_unit')}, ' ', '')"

    @property
    def row_label(self) -> str:
        """SQL for how the row is named in a file of rejected rows: by sheet, where there are any, and number."""
        if self.corrects:
            return f"c{self.header.index(ROW)}"
        return "CASE WHEN sheet IS NULL THEN '' ELSE sheet || '!' END || row"

    @property
    def source_row(self) -> str:
        """SQL for the row that a spell came from: of a corrected row, the one in the file that it corrects."""
        if not self.corrects:
            return "row::INTEGER"
        return f"coalesce(try_cast(regexp_extract({self.row_label}, '[0-9]+$') AS INTEGER), row::INTEGER)"
