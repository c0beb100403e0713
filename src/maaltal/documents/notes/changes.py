"""What has changed since last month, and what is missing to reach the target."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.missing import Missing
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import Status
from maaltal.core.text import Text, sentence
from maaltal.documents.status_table import DASH, TARGET
from maaltal.documents.tables import Cell, Column, Note, Row, Table

CHANGES, MISSING = "changes", "missing"


@dataclass(frozen=True)
class Change:
    """A group's measurement in a month and the one before (None: not known), and the spells that began and ended."""

    group: SchemeGroup
    before: Exact | None
    now: Exact
    starts: int
    ends: int


def changes_table(changes: Sequence[Change], month: Period, unit: Text | str) -> Table:
    """A row for each group; columns `before`, `now`, `change`, `starts`, `ends`."""
    title = sentence("Ændringer i {month} i {unit}", "Changes in {month} in {unit}", month=month, unit=unit)
    columns = (
        Column("group", Text("Ordninger", "Schemes")),
        Column("before", Text("Måneden før", "The month before"), "whole"),
        Column("now", sentence("{month}", "{month}", month=month), "whole"),
        Column("change", Text("Ændring", "Change"), "whole"),
        Column("starts", Text("Påbegyndte forløb", "Starts"), "whole"),
        Column("ends", Text("Afsluttede forløb", "Ends"), "whole"),
    )
    note = Note("of-the-month", sentence(
        "Helårspersoner er her månedens gennemsnit; antal ansatte er opgjort den sidste dag. Ændringen er beregnet af uafrundede tal.",
        "Full-year persons are the average of the month here; employees are counted on its last day. The change is computed from "
        "unrounded figures."))  # fmt: skip
    return Table(CHANGES, title, columns, tuple(map(_change_row, changes)), (note,))


def _change_row(change: Change) -> Row:
    before, apart = (DASH, DASH) if change.before is None else (change.before, change.now - change.before)
    cells = (Cell(change.group.label), _whole(before), Cell(change.now, "whole"), _whole(apart),
             Cell(change.starts, "whole"), Cell(change.ends, "whole"))  # fmt: skip
    return Row((change.group.code,), cells)


def _whole(value: Exact | Cell) -> Cell:
    return value if isinstance(value, Cell) else Cell(value, "whole")


def missing_table(status: Status, missing: Iterable[tuple[SchemeGroup, Missing]], unit: Text | str) -> Table:
    """A row for each group with a target; columns `target`, `status`, `missing` and `needed` for the rest of the year."""
    title = sentence(
        "Hvad {unit} mangler i at nå måltallet, efter {period}", "What {unit} lacks in reaching the target, after {period}",
        unit=unit, period=status.period,
    )  # fmt: skip
    columns = (
        Column("group", Text("Ordninger", "Schemes")),
        Column("target", TARGET, "whole"),
        Column("status", Text("Status", "Status"), "whole"),
        Column("missing", Text("Mangler", "Missing"), "whole"),
        Column("needed", Text("Nødvendigt resten af året", "Needed for the rest of the year"), "whole"),
    )
    note = Note("needed", sentence(
        "Det nødvendige er det gennemsnitlige antal helårspersoner i resten af årets dage, eller antallet af ansatte ved årets udgang.",
        "What is needed is the average of full-year persons over the remaining days of the year, or the employees at its end."))  # fmt: skip
    return Table(MISSING, title, columns, tuple(_missing_rows(missing)), (note,))


def _missing_rows(missing: Iterable[tuple[SchemeGroup, Missing]]) -> Iterator[Row]:
    for group, found in missing:
        needed = DASH if found.needed is None else Cell(found.needed, "whole")
        yield Row((group.code,), (Cell(group.label), Cell(found.target, "whole"), Cell(found.status, "whole"),
                                  Cell(found.missing, "whole"), needed))  # fmt: skip
