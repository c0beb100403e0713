"""Target sets as tables."""

from collections.abc import Iterator

from maaltal.core.municipality import Municipality
from maaltal.core.schemes import SchemeGroup
from maaltal.core.targets import TargetSet
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import decision_words
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

PARTS = "parts"
DIFFERENCE = "difference"


def target_set_table(targets: TargetSet, municipality: Municipality) -> Table:
    """A row for each unit with a target, then the sum of the parts and what it differs by from the whole."""
    groups = _groups(targets, municipality)
    columns = (
        Column("unit", Text("Enhed", "Unit")),
        Column("name", Text("Navn", "Name")),
        *(Column(group.code, group.label, "whole") for group in groups),
    )
    title = sentence("{label} ({name})", "{label} ({name})", label=targets.label, name=targets.name)
    rows = (*_unit_rows(targets, municipality, groups), *_sum_rows(targets, municipality, groups))
    return Table(targets.name, title, columns, rows, tuple(_notes(targets)))


def _groups(targets: TargetSet, municipality: Municipality) -> tuple[SchemeGroup, ...]:
    """As the groups were in the set's first year."""
    first = targets.years[0]
    set_in = {group for _, group in targets.targets}
    return tuple(
        group for group in municipality.groups
        if group.code in set_in and group.valid_from.year <= first and (group.valid_to is None or first < group.valid_to.year)
    )  # fmt: skip


def _unit_rows(
    targets: TargetSet, municipality: Municipality, groups: tuple[SchemeGroup, ...]
) -> Iterator[Row]:
    names: dict[str, Text | str] = {unit.code: unit.name for unit in municipality.units}
    names[municipality.code] = municipality.name
    for code in dict.fromkeys(unit for unit, _ in targets.targets):
        numbers = [targets.target(code, group.code) for group in groups]
        strong = code == municipality.code
        cells = (Cell(code, strong=strong), Cell(names.get(code, ""), strong=strong))
        yield Row((code,), (*cells, *(Cell(number, "whole", strong=strong) for number in numbers)))


def _sum_rows(
    targets: TargetSet, municipality: Municipality, groups: tuple[SchemeGroup, ...]
) -> Iterator[Row]:
    sums = [_sum_of_parts(targets, municipality.code, group.code) for group in groups]
    if all(total is None for total in sums):
        return
    wholes = [targets.target(municipality.code, group.code) for group in groups]
    apart = [
        None if total is None or whole is None else total - whole
        for total, whole in zip(sums, wholes, strict=True)
    ]
    yield _row(PARTS, Text("Delene tilsammen", "The parts together"), sums)
    yield _row(
        DIFFERENCE,
        Text("Delene minus kommunens eget måltal", "The parts less the municipality's own target"),
        apart,
    )


def _sum_of_parts(targets: TargetSet, whole: str, group: str) -> int | None:
    parts = [number for (unit, of), number in targets.targets.items() if of == group and unit != whole]
    return sum(parts) if parts else None


def _row(code: str, label: Text, numbers: list[int | None]) -> Row:
    return Row((code,), (EMPTY, Cell(label), *(Cell(number, "whole") for number in numbers)))


def _notes(targets: TargetSet) -> Iterator[Note]:
    yield Note("decision", _sentence_with_stop(decision_words(targets)))
    yield Note("source", sentence("Kilde: {source}.", "Source: {source}.", source=targets.decision.source))
    if targets.note:
        yield Note("note", Sentence(targets.note))
    if targets.alternative:
        yield Note("alternative", sentence(
            "Bruges kun, når det vælges ved navn.", "Used only when it is chosen by name."))  # fmt: skip


def _sentence_with_stop(words: Sentence) -> Sentence:
    return sentence("Beslutning: {words}.", "Decision: {words}.", words=words)
