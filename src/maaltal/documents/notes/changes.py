"""What has changed since last month, and what is missing to reach the target."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maaltal.core.missing import Missing
from maaltal.core.periods import Period
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import GroupLine, Status
from maaltal.core.text import Text, sentence
from maaltal.documents.hiding import HIDDEN, Hides, group_figure
from maaltal.documents.status_table import DASH, TARGET
from maaltal.documents.tables import Cell, Column, Note, Row, Table

CHANGES, MISSING = "changes", "missing"


@dataclass(frozen=True)
class Change:
    """A group's measurement in a month and the one before (None: not known), and the spells that began and ended.

    The reader may not see what is hidden; `hidden_flow` is about the spells.
    """

    group: SchemeGroup
    before: Exact | None
    now: Exact
    starts: int
    ends: int
    hidden_before: bool = False
    hidden_now: bool = False
    hidden_flow: bool = False


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
        "Helårspersoner er her månedens gennemsnit; antal ansatte er opgjort den sidste dag. Ændringen er beregnet af uafrundede tal. "
        "Et forløb, der slutter den sidste dag, er både talt med den dag og afsluttet i måneden.",
        "Full-year persons are the average of the month here; employees are counted on its last day. The change is computed from "
        "unrounded figures. A spell that ends on the last day is counted on that day and has ended in the month too."))  # fmt: skip
    return Table(CHANGES, title, columns, tuple(map(_change_row, changes)), (note,))


def _change_row(change: Change) -> Row:
    """Of the month before, the month, the change and the spells, any can be worked out from the others."""
    either = change.hidden_before or change.hidden_now
    before, apart = (None, None) if change.before is None else (change.before, change.now - change.before)
    flow = either or change.hidden_flow
    cells = (
        _whole(before, change.hidden_before), _whole(change.now, change.hidden_now), _whole(apart, either),
        _whole(change.starts, flow), _whole(change.ends, flow),
    )  # fmt: skip
    return Row((change.group.code,), (Cell(change.group.label), *cells))


def _whole(value: Exact | None, hidden: bool) -> Cell:
    if value is None:
        return DASH
    return HIDDEN if hidden else Cell(value, "whole")


def missing_table(
    status: Status, missing: Iterable[tuple[GroupLine, Missing]], unit: Text | str, hides: Hides = ()
) -> Table:
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
    return Table(MISSING, title, columns, tuple(_missing_rows(status.unit.code, missing, hides)), (note,))


def _missing_rows(unit: str, missing: Iterable[tuple[GroupLine, Missing]], hides: Hides) -> Iterator[Row]:
    for line, found in missing:
        hidden = group_figure(unit, line) in hides
        counts = (_whole(value, hidden) for value in (found.status, found.missing, found.needed))
        yield Row((line.group.code,), (Cell(line.group.label), Cell(found.target, "whole"), *counts))
