"""All targets of each scenario together, and what share of the ordinary staff they are."""

from maaltal.core.scenarios import Comparison
from maaltal.core.targets import TargetSet
from maaltal.core.text import Text, sentence
from maaltal.documents.tables import Cell, Column, Note, Row, Table

MODEL_LEVEL = "level"


def model_level(comparison: Comparison) -> Table:
    """A row for each target set, by name, the present one first; columns `total` and `level` (per cent, where the staff is given)."""
    level = Column("level", Text("Pct. af ordinært ansatte", "Per cent of ordinary staff"), "decimal")
    columns = (
        Column("model", Text("Model", "Scenario")), Column("total", Text("Alle måltal", "All targets"), "whole"),
        *((level,) if comparison.ordinary_staff else ()),
    )  # fmt: skip
    note = Note("ordinary-staff", sentence(
        "Ordinært ansatte: {staff}, som angivet.", "Ordinary staff: {staff}, as stated.", staff=comparison.ordinary_staff))  # fmt: skip
    notes = (note,) if comparison.ordinary_staff else ()
    rows = tuple(_row(comparison, targets) for targets in comparison.sets)
    return Table(MODEL_LEVEL, sentence("Det samlede niveau", "The level in all"), columns, rows, notes)


def _row(comparison: Comparison, targets: TargetSet) -> Row:
    level, whole = comparison.level(targets), comparison.municipality
    total = sum(targets.target(whole, group) or 0 for group in comparison.groups)
    return Row(
        (targets.name,),
        (
            Cell(targets.label),
            Cell(total, "whole"),
            *(() if level is None else (Cell(level * 100, "decimal"),)),
        ),
    )
