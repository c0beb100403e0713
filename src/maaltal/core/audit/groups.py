"""Scheme groups as a status table prints them: which rows share a target."""

from dataclasses import dataclass

from maaltal.core.audit.figures import Figure, SchemeRow, StatusTable
from maaltal.core.text import Text

FLEKSJOB = "fleksjob"


@dataclass(frozen=True)
class Group:
    """Ordninger med samlet måltal (scheme group): the rows that share a target."""

    rows: tuple[SchemeRow, ...]

    @property
    def schemes(self) -> tuple[str, ...]:
        return tuple(scheme for row in self.rows for scheme in row.schemes)

    @property
    def name(self) -> str:
        return "+".join(sorted(self.schemes))

    @property
    def is_count(self) -> bool:
        """Employees are whole; full-year persons need not be."""
        return self.schemes == (FLEKSJOB,)

    @property
    def label(self) -> Text:
        if len(self.rows) > 1:
            return Text("ordninger med samlet måltal", "schemes with one target")
        return self.rows[0].label

    def one(self, column: str) -> Figure | None:
        """The figure that the group prints once, in whichever of its rows."""
        return next((figure for row in self.rows if (figure := getattr(row, column))), None)


def groups(table: StatusTable) -> list[Group]:
    """Fleksjob is a group of its own; the rest share one target, or have one each if several are printed."""
    alone = [row for row in table.rows if row.schemes == (FLEKSJOB,)]
    rest = [row for row in table.rows if row.schemes != (FLEKSJOB,)]
    shared = sum(row.target is not None or row.percentage is not None for row in rest) <= 1
    cut = [rest] if shared and rest else [[row] for row in rest]
    return [Group(tuple(rows)) for rows in [*cut, *([row] for row in alone)]]
