"""Rules between the rows of the organisation: parents, versions, successors."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from maaltal.core.organisation import Unit
from maaltal.core.periods import Period
from maaltal.intake.job import Job
from maaltal.intake.unit_rows import UnitRow

type Read = tuple[UnitRow, Unit]


def check_tree(job: Job, rows: Sequence[UnitRow]) -> None:
    """Tell every breach. A row whose parent's row is rejected has an unknown parent, and so on down."""
    _check_versions(job, rows)
    _check_cycles(job, rows)
    above = {unit.code for unit in job.municipality.units}
    while orphans := _orphans(rows, above):
        for row, unit in orphans:
            row.tell(job, "unknown-parent", "parent", unit.parent or "")
    _check_successors(job, rows)
    _note_gaps(job, rows)


def sound(rows: Iterable[UnitRow]) -> list[Read]:
    return [(row, row.unit) for row in rows if row.unit and not row.is_rejected]


def _by_code(rows: Iterable[UnitRow]) -> Mapping[str, list[Read]]:
    found: dict[str, list[Read]] = {}
    for row, unit in sorted(sound(rows), key=lambda read: read[1].valid_from):
        found.setdefault(unit.code, []).append((row, unit))
    return found


def _check_versions(job: Job, rows: Sequence[UnitRow]) -> None:
    """Of two versions at once, the row further down is rejected; an exact repetition is told as one."""
    for versions in _by_code(rows).values():
        for (row, unit), (other, earlier) in combinations(
            sorted(versions, key=lambda read: (read[0].sheet or "", read[0].row)), 2
        ):
            if other.is_rejected or row.is_rejected:
                continue
            if unit == earlier:
                other.tell(job, "duplicate-row", other=str(row.row))
            elif _at_once(unit, earlier):
                other.tell(job, "versions-overlap", "valid_from", unit.code, str(row.row))


def _at_once(one: Unit, other: Unit) -> bool:
    return (one.valid_to is None or other.valid_from < one.valid_to) and (
        other.valid_to is None or one.valid_from < other.valid_to
    )


def _check_cycles(job: Job, rows: Sequence[UnitRow]) -> None:
    """Rows that stand above themselves through any of the parents' versions valid at the same time."""
    versions = _by_code(rows)
    for row, unit in sound(rows):
        if circle := _circle(unit, versions):
            row.tell(job, "cycle", "parent", " > ".join(circle))


def _circle(unit: Unit, versions: Mapping[str, list[Read]]) -> list[str]:
    """The codes from the unit up to itself; empty when its parents end at a root."""
    path, above = [unit.code], unit
    while above.parent is not None and above.parent in versions and above.parent not in path[1:]:
        path.append(above.parent)
        if above.parent == unit.code:
            return path
        above = next(
            (version for _, version in versions[above.parent] if _at_once(version, unit)),
            versions[above.parent][-1][1],
        )
    return []


def _orphans(rows: Iterable[UnitRow], above: set[str]) -> list[Read]:
    here = sound(rows)
    known = above | {unit.code for _, unit in here}
    return [(row, unit) for row, unit in here if unit.parent is not None and unit.parent not in known]


def _check_successors(job: Job, rows: Sequence[UnitRow]) -> None:
    known = {unit.code for _, unit in sound(rows)}
    for row, unit in sound(rows):
        if unit.successor and unit.successor not in known:
            row.tell(job, "unknown-successor", "successor", unit.successor)


def _note_gaps(job: Job, rows: Sequence[UnitRow]) -> None:
    for versions in _by_code(rows).values():
        for (_, before), (row, after) in pairwise(versions):
            if before.valid_to and before.valid_to < after.valid_from:
                gap = Period(before.valid_to, after.valid_from)
                row.tell(job, "validity-gap", "valid_from", after.code, gap.code)
