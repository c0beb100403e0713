"""Hidden figures as readers see them: a word instead of the number, and a note that says why."""

from collections.abc import Collection

from maaltal.core.catalogue import SPELLS
from maaltal.core.disclosure import THRESHOLD
from maaltal.core.hidden_figures import Figure
from maaltal.core.status import GroupLine
from maaltal.core.text import Text, sentence
from maaltal.documents.tables import Cell, Note

type Hides = Collection[Figure]
"""The figures that the reader may not see."""

HIDDEN = Cell(Text("skjult", "hidden"))


def unless_hidden(cell: Cell, hides: Hides, *behind: Figure) -> Cell:
    """The cell, unless one of the figures that it is made of is hidden."""
    return HIDDEN if any(figure in hides for figure in behind) else cell


def scheme_figure(unit: str, scheme: str, line: GroupLine) -> Figure:
    return Figure(unit, scheme, line.measure.code)


def group_figure(unit: str, line: GroupLine) -> Figure:
    return Figure(unit, "+".join(line.group.schemes), line.measure.code)


def spells_figure(unit: str, selection: str) -> Figure:
    return Figure(unit, selection, SPELLS.code)


def hidden_note(threshold: int = THRESHOLD) -> Note:
    return Note("hidden", sentence(
        "Skjult: der er færre end {threshold} personer bag tallet, eller et andet skjult tal kunne regnes ud af det.",
        "Hidden: fewer than {threshold} persons are behind the figure, or another hidden figure could be worked out from it.",
        threshold=threshold,
    ))  # fmt: skip
