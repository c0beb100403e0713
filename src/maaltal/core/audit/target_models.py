"""Target models: columns that add up to the municipality's number, each rounded by itself, and who could close the gap."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from maaltal.core.audit.building import Building
from maaltal.core.audit.figures import Figure, TargetModels
from maaltal.core.audit.formulas import number
from maaltal.core.audit.judge import judge
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.residuals import rounding
from maaltal.core.rounding import whole
from maaltal.core.tables.relations import Relation, total
from maaltal.core.text import Sentence, Text, sentence

SAME = Fraction(3, 4)
"""Columns that agree in this share of their rows are one target set, printed twice."""
BROKEN_SUM = 3


def audit_target_models(models: TargetModels) -> Iterator[Discrepancy]:
    """Errors, and residuals with the unit that proportional rounding would have closed them by."""
    building, sums = Building(), dict[Relation, tuple[int, int]]()
    for _, columns in models.groups:
        sets = _sets(models, columns)
        for column in columns:
            _print(building, models, column, sets[column])
        for own in dict.fromkeys(sets.values()):
            relation = _sum(building, models, own)
            if relation:
                building.relations.append(relation)
                sums[relation] = (columns[0], own)
    model = building.model()
    found = list(judge(model))
    yield from found
    blamed = [place for each in found for place in each.places]
    for relation, (current, own) in sums.items():
        for residual in rounding(model.restricted_to(set(relation.facts)), blamed):
            yield Discrepancy(
                residual.kind, residual.code, _closing(residual.text, models, current, own), residual.places
            )


def _sets(models: TargetModels, columns: tuple[int, ...]) -> dict[int, int]:
    """For every column, the first column of the group that it repeats (itself, if none)."""
    return {column: next(first for first in columns if _alike(models, first, column)) for column in columns}


def _alike(models: TargetModels, one: int, other: int) -> bool:
    rows = range(len(models.table.rows))
    pairs = [(a, b) for row in rows if (a := _at(models, row, one)) and (b := _at(models, row, other))]
    if not pairs or sum(a.value == b.value for a, b in pairs) < SAME * len(pairs):
        return False
    return pairs[-1][0].value == pairs[-1][1].value or not _moved(pairs)


def _moved(pairs: list[tuple[Figure, Figure]]) -> bool:
    """Whether a total that differs is that of another target set: its own parts give it, or moved as it did."""
    *parts, last = [(a.value, b.value) for a, b in pairs]
    gap, other = (sum((part[side] for part in parts), Fraction(0)) - last[side] for side in (0, 1))
    return other in {gap, 0}


def _at(models: TargetModels, row: int, column: int) -> Figure | None:
    return models.table.figures.get((row, column))


def _print(building: Building, models: TargetModels, column: int, own: int) -> None:
    for row in range(len(models.table.rows)):
        building.print((own, row), _at(models, row, column), "count")


def _sum(building: Building, models: TargetModels, own: int) -> Relation | None:
    *parts, last = range(len(models.table.rows))
    facts = building.printed((own, row) for row in parts)
    if (own, last) not in building.facts or len(facts) < 2:
        return None
    title = Text(
        f"{models.table.title.da}, {models.table.columns[own]}",
        f"{models.table.title.en}, {models.table.columns[own]}",
    )
    return total(facts, building.facts[own, last], title, Fraction((len(facts) + 1) // 2), BROKEN_SUM)


def _closing(text: Sentence, models: TargetModels, current: int, own: int) -> Sentence:
    """The residual's sentence, and which unit's number closes the gap when the current ones are scaled up."""
    units = _closers(models, current, own)
    if len(units) != 1:
        return text
    ((unit, exact),) = units.items()
    return sentence(
        "{text} {unit}: {exact}, afrundet {rounded}, ville lukke hullet.",
        "{text} {unit}: {exact}, rounded {rounded}, would close the gap.",
        text=text, unit=unit, exact=Text(number(exact, "da"), number(exact, "en")), rounded=whole(exact),
    )  # fmt: skip


def _closers(models: TargetModels, current: int, own: int) -> Mapping[str, Fraction]:
    """Units whose scaled number rounds to another one than is printed, the difference being the gap."""
    *parts, last = range(len(models.table.rows))
    before, after = _at(models, last, current), _at(models, last, own)
    if before is None or after is None or current == own or not before.value:
        return {}
    new = {row: figure.value for row in parts if (figure := _at(models, row, own))}
    gap = after.value - sum(new.values(), Fraction(0))
    scaled = {
        row: old.value * after.value / before.value for row in parts if (old := _at(models, row, current))
    }
    return {
        models.table.rows[row]: exact
        for row, exact in scaled.items()
        if row in new and whole(exact) - new[row] == gap
    }
