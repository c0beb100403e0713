"""Residuals and hidden decimals: what does not add up as printed, and need not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from maaltal.core.audit.formulas import Formula, formula, printed
from maaltal.core.audit.report import Discrepancy
from maaltal.core.tables.cells import Cell, Place
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import Relation
from maaltal.core.text import sentence


def rounding(model: Model, blamed: Iterable[Place]) -> Iterator[Discrepancy]:
    """Totals, percentages and means whose prints do not follow from the other prints, `blamed` ones left out.

    Where the parts are whole numbers, each rounded by itself (targets), it is a residual; else hidden decimals explain it.
    """
    values, names = _by_recomputing(model), printed(model)
    known = set(blamed)
    for relation in model.relations:
        cell = _off(relation, model, values)
        if cell is None or known.intersection(_places(relation, model)):
            continue
        shown = formula(relation, cell.fact, names if relation.kind in ("sum", "ratio") else values)
        if shown:
            yield _told(relation, cell, shown, tuple(_places(relation, model)))


def _by_recomputing(model: Model) -> Mapping[Fact, Fraction]:
    """Printed values, but percentages as the printed counts and targets give them, without rounding."""
    values = printed(model)
    names = dict(values)
    for relation in model.relations:
        if relation.kind == "ratio" and relation.terms[0][1] < 0:
            shown = formula(relation, relation.terms[0][0], names)
            if shown:
                values[relation.terms[0][0]] = shown.result
    return values


def _off(relation: Relation, model: Model, values: Mapping[Fact, Fraction]) -> Cell | None:
    """The print of the relation's whole, if the parts give something that does not round to it."""
    whole, sign = relation.terms[0]
    cells = model.cells_of.get(whole)
    others: Callable[[], bool] = lambda: all(fact in values for fact, _ in relation.terms[1:])  # noqa: E731
    if sign > 0 or not cells or not others():
        return None
    shown = formula(relation, whole, values)
    return None if shown is None or _rounds_to(shown.result, cells[0]) else cells[0]


def _rounds_to(value: Fraction, cell: Cell) -> bool:
    low, high = cell.value - cell.unit / 2, cell.value + cell.unit / 2
    return low <= value <= high


def _places(relation: Relation, model: Model) -> list[Place]:
    return [cells[0].place for fact in relation.facts if (cells := model.cells_of.get(fact))]


def _told(relation: Relation, cell: Cell, shown: Formula, places: tuple[Place, ...]) -> Discrepancy:
    residual = relation.kind == "sum" and relation.low != 0
    if residual:
        return Discrepancy("residual", "independent-rounding", sentence(
            "{title}: {formula}, men der står {printed}: delene er afrundet hver for sig.",
            "{title}: {formula}, but {printed} is printed: the parts were rounded one by one.",
            title=relation.title, formula=shown, printed=cell.printed,
        ), places)  # fmt: skip
    return Discrepancy("explained", "hidden-decimals", sentence(
        "{title}: {formula}, og der står {printed}: decimalerne bag tallene forklarer det.",
        "{title}: {formula}, and {printed} is printed: the decimals behind the figures explain it.",
        title=relation.title, formula=shown, printed=cell.printed,
    ), places)  # fmt: skip
