"""Evidence: which relations speak against a print, what they say it should be, and where the wrong number came from."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from maaltal.core.audit.formulas import formula, implied, printed
from maaltal.core.audit.report import Suspect
from maaltal.core.tables.cells import Cell, Place
from maaltal.core.tables.exact import Bound
from maaltal.core.tables.feasible import Aside, Checker
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import Relation
from maaltal.core.text import Sentence, sentence

SMALLEST_COPY = 10
"""Smaller numbers stand in many places by chance."""


def suspect(
    cell: Cell, aside: Aside, checker: Checker, whole: Model, assuming: Sentence | None = None
) -> Suspect:
    """What `cell` could print instead, if everything but `aside` is right. `whole` is searched for copies."""
    low, high = checker.range(cell.fact, aside)
    if cell.fact.nature == "count":
        low, high = (
            (None if low is None else Fraction(ceil(low))),
            (None if high is None else Fraction(floor(high))),
        )
    evidence = tuple(_evidence(cell, aside, whole))
    copies = tuple(_copies(cell, whole))
    return Suspect(
        cell.printed, cell.place, low, high, only_print(cell, low, high), evidence, copies, assuming
    )


def only_print(cell: Cell, low: Bound, high: Bound) -> Fraction | None:
    """The one rounded value that could stand in the cell, or None if there are several."""
    if low is None or high is None:
        return None
    if not cell.unit:
        return low if low == high else None
    nearest = [floor(end / cell.unit + Fraction(1, 2)) for end in (low, high)]
    # A range that only touches the next rounding interval (78.5) still prints one number, except by a tie.
    first = nearest[0]
    last = ceil(high / cell.unit - Fraction(1, 2))
    return first * cell.unit if last <= first else None


def _evidence(cell: Cell, aside: Aside, model: Model) -> Iterator[Sentence]:
    values, told = printed(model), set[str]()
    for relation in model.relations_of[cell.fact]:
        if not _speaks(relation, cell, aside, model):
            continue
        shown = formula(relation, cell.fact, values)
        if shown and shown.get("da") not in told:
            told.add(shown.get("da"))
            yield sentence("{title}: {formula}", "{title}: {formula}", title=relation.title, formula=shown)


def _speaks(relation: Relation, cell: Cell, aside: Aside, model: Model) -> bool:
    """Whether the relation alone, everything else in it being right, rules the print out."""
    suspected = {item.fact for item in aside if isinstance(item, Cell)} - {cell.fact}
    if suspected.intersection(relation.facts) or cell.fact not in relation.facts or relation in aside:
        return False
    low, high = implied(relation, cell.fact, model)
    least, most = cell.interval
    return (low is not None and low > most) or (high is not None and high < least)


def _copies(cell: Cell, model: Model) -> Iterator[Place]:
    if abs(cell.value) < SMALLEST_COPY:
        return
    for other in model.cells:
        if other.value == cell.value and other.fact is not cell.fact and _same_kind(other.place, cell.place):
            yield other.place


def _same_kind(one: Place, other: Place) -> bool:
    return (one.row, one.column) == (other.row, other.column) and one.table != other.table
