"""What a note is made of, before a template says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from maaltal.core.text import Text
from maaltal.documents.blocks import Chart
from maaltal.documents.tables import Note, Table, Value


@dataclass(frozen=True)
class Material:
    """Stof (material): tables and charts that a template may place, and the names that it may use.

    `notes`, `basis`, `dated` and `facts` go into the document whatever the template says.
    """

    tables: tuple[Table, ...]
    names: Mapping[str, object] = field(hash=False)
    charts: tuple[Chart, ...] = ()
    notes: tuple[Note, ...] = ()
    basis: tuple[Table, ...] = ()
    dated: datetime | None = None
    facts: tuple[tuple[Text, Value], ...] = ()
