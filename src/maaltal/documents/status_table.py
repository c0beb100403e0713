"""One unit's status as the council's note prints it: a row for each scheme, spells, fleksjob, combined fulfilment."""

from collections.abc import Iterator

from maaltal.core.catalogue import COUNTED_IN, FULL_YEAR_PERSONS, Measure
from maaltal.core.periods import year
from maaltal.core.status import GroupLine, SchemeLine, Status
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.hiding import Hides, group_figure, scheme_figure, spells_figure, unless_hidden
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

MARKS = {
    "headcount-day": "*",
    "persons-affected": "*",
    "spells-column": "**",
    "combined-weights": "***",
    "combined-method": "***",
    "denominator": "****",
}
"""The marks of the note, by footnote; the last one is ours."""

DASH = Cell("\N{EN DASH}")
FULFILMENT = Text("Procentvis målopfyldelse", "Fulfilment in per cent")
TARGET = Text("Samlet måltal", "Combined target")
GROUP_STATUS = Text("Samlet status", "Combined status")
SPELLS = Text("Antal forløb", "Spells")


def status_table(status: Status, name: Text | str, notes: tuple[Note, ...], hides: Hides = ()) -> Table:
    """The table of one status. Rows are found by scheme (the first of a group by the group, too), `spells`, `combined`.

    What the reader may not see is hidden, and so is all that is computed from it.
    """
    title = sentence(
        "Status og målopfyldelse for de særlige jobordninger i {unit} for {period}, samt antal forløb",
        "Status and fulfilment for the special job schemes in {unit} for {period}, and spells",
        unit=name, period=status.period,
    )  # fmt: skip
    return Table(table_code(status), title, _columns(status), tuple(_rows(status, hides)), notes)


def table_code(status: Status) -> str:
    return f"{status.unit.code}-{status.period.code}"


def _columns(status: Status) -> tuple[Column, ...]:
    whole_year = status.period == year(status.period.start.year)
    during = status.period if whole_year else Text("perioden", "the period")
    spells = sentence(
        "Antal forløb i\N{NO-BREAK SPACE}{period}", "Spells in\N{NO-BREAK SPACE}{period}", period=during
    )
    return (
        Column("scheme", Text(status.unit.code, status.unit.code)),
        Column("status", Text("Status", "Status"), "whole", "" if whole_year else MARKS["denominator"]),
        Column("group_status", GROUP_STATUS, "whole"),
        Column("target", TARGET, "whole"),
        Column("fulfilment", FULFILMENT, "percent"),
        Column("spells", spells, "whole", MARKS["spells-column"]),
    )


def _rows(status: Status, hides: Hides) -> Iterator[Row]:
    unit = status.unit.code
    with_spells = [line for line in status.groups if line.spells is not None]
    for line in status.groups:
        for scheme in line.schemes:
            yield _scheme_row(unit, scheme, line, hides)
        if with_spells and line is with_spells[-1]:
            yield _spells_row(unit, with_spells, hides)
    yield _combined_row(status, hides)


def _spells_row(unit: str, lines: list[GroupLine], hides: Hides) -> Row:
    total = Cell(sum(line.spells or 0 for line in lines), "whole", strong=True)
    behind = (spells_figure(unit, "+".join(line.group.schemes)) for line in lines)
    return Row(("spells",), (Cell(SPELLS, strong=True), *[EMPTY] * 4, unless_hidden(total, hides, *behind)))


def _scheme_row(unit: str, scheme: SchemeLine, line: GroupLine, hides: Hides) -> Row:
    code, first = scheme.scheme.code, scheme is line.schemes[0]
    several = len(line.schemes) > 1
    codes = (code, line.group.code) if first and line.group.code != code else (code,)
    whole = group_figure(unit, line)
    status = Cell(scheme.measurement, "whole")
    cells = (
        Cell(_label(scheme, line.measure), mark=_counting_mark(line.measure)),
        unless_hidden(status, hides, scheme_figure(unit, code, line)),
        unless_hidden(Cell(line.measurement, "whole", strong=True), hides, whole) if first and several else EMPTY,
        _target(line) if first else EMPTY,
        unless_hidden(_fulfilment(line), hides, whole) if first else EMPTY,
        EMPTY if scheme.spells is None else unless_hidden(
            Cell(scheme.spells, "whole"), hides, spells_figure(unit, code)),
    )  # fmt: skip
    return Row(codes, cells)


def _label(scheme: SchemeLine, measure: Measure) -> Sentence:
    return sentence(
        "{scheme} ({unit})",
        "{scheme} ({unit})",
        scheme=scheme.scheme.label,
        unit=COUNTED_IN[measure.counted_in],
    )


def _counting_mark(measure: Measure) -> str:
    return "" if measure == FULL_YEAR_PERSONS else MARKS["headcount-day"]


def _target(line: GroupLine) -> Cell:
    return DASH if line.target is None else Cell(line.target, "whole", strong=True)


def _fulfilment(line: GroupLine) -> Cell:
    return DASH if line.fulfilment is None else Cell(line.fulfilment, "percent")


def _combined_row(status: Status, hides: Hides) -> Row:
    label = Text("Samlet målopfyldelse", "Combined fulfilment")
    if status.combined is None:
        return Row(("combined",), (Cell(label, strong=True), *[EMPTY] * 3, DASH, EMPTY))
    named = sentence(
        "{label} ({method})", "{label} ({method})", label=label, method=status.combined.method.label
    )
    behind = (group_figure(status.unit.code, line) for line in status.groups)
    value = unless_hidden(Cell(status.combined.value, "percent", strong=True), hides, *behind)
    return Row(
        ("combined",), (Cell(named, strong=True, mark=MARKS["combined-method"]), *[EMPTY] * 3, value, EMPTY)
    )
