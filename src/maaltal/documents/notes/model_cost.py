"""What each scenario's fleksjob cost more than the present target's, from least to most; a lower target saves."""

from collections.abc import Sequence

from maaltal.core.scenarios import Comparison
from maaltal.core.schemes import FLEKSJOB
from maaltal.core.targets import TargetSet
from maaltal.core.text import Text, sentence
from maaltal.documents.tables import Cell, Column, Note, Row, Table

MODEL_COST = "cost"


def model_cost(comparison: Comparison, each: tuple[int, int]) -> Table:
    """A row for each scenario, by name; columns `more` (places), `least` and `most` (kroner a year); negative is a saving."""
    columns = (
        Column("model", Text("Model", "Scenario")), Column("more", Text("Flere fleksjob", "More fleksjob"), "whole"),
        Column("least", Text("Mindst, kr. om året", "Least, kr. a year"), "whole"),
        Column("most", Text("Højst, kr. om året", "Most, kr. a year"), "whole"),
    )  # fmt: skip
    note = Note("each", sentence(
        "Regnet af {least}-{most} kr. om året for ét fleksjob; spændet følger arbejdstiden.",
        "Reckoned from {least}-{most} kr. a year for one fleksjob; the range follows the working hours.",
        least=each[0], most=each[1]))  # fmt: skip
    rows = tuple(_row(targets, _more(comparison, targets), each) for targets in comparison.sets[1:])
    title = sentence(
        "Merudgift til flere fleksjob (minus: besparelse ved færre), før andre måltal eventuelt ændres",
        "Added cost of more fleksjob (minus: saved by fewer), before any other target is changed",
    )
    return Table(MODEL_COST, title, columns, rows, (note,))


def _more(comparison: Comparison, targets: TargetSet) -> int:
    return comparison.difference(targets, comparison.municipality, FLEKSJOB)


def _row(targets: TargetSet, more: int, each: Sequence[int]) -> Row:
    least, most = sorted(more * kroner for kroner in each)
    return Row(
        (targets.name,), (Cell(targets.label), Cell(more, "whole"), Cell(least, "whole"), Cell(most, "whole"))
    )
