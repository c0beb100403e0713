"""One unit's status as the council's note prints it: a row for each scheme, spells, fleksjob, combined fulfilment."""

from collections.abc import Iterator

from maaltal.core.catalogue import COUNTED_IN, FULL_YEAR_PERSONS, Measure
from maaltal.core.periods import year
from maaltal.core.status import GroupLine, SchemeLine, Status
from maaltal.core.text import Sentence, Text, sentence
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


def status_table(status: Status, name: Text | str, notes: tuple[Note, ...]) -> Table:
    """The table of one status. Rows are found by scheme (the first of a group by the group, too), `spells`, `combined`."""
    title = sentence(
        "Status og målopfyldelse for de særlige jobordninger i {unit} for {period}, samt antal forløb",
        "Status and fulfilment for the special job schemes in {unit} for {period}, and spells",
        unit=name, period=status.period,
    )  # fmt: skip
    return Table(table_code(status), title, _columns(status), tuple(_rows(status)), notes)


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


def _rows(status: Status) -> Iterator[Row]:
    with_spells = [line for line in status.groups if line.spells is not None]
    for line in status.groups:
        for scheme in line.schemes:
            yield _scheme_row(scheme, line, first=scheme is line.schemes[0])
        if with_spells and line is with_spells[-1]:
            total = sum(line.spells or 0 for line in with_spells)
            yield Row(
                ("spells",), (Cell(SPELLS, strong=True), *[EMPTY] * 4, Cell(total, "whole", strong=True))
            )
    yield _combined_row(status)


def _scheme_row(scheme: SchemeLine, line: GroupLine, *, first: bool) -> Row:
    code = scheme.scheme.code
    several = len(line.schemes) > 1
    codes = (code, line.group.code) if first and line.group.code != code else (code,)
    cells = (
        Cell(_label(scheme, line.measure), mark=_counting_mark(line.measure)),
        Cell(scheme.measurement, "whole"),
        Cell(line.measurement, "whole", strong=True) if first and several else EMPTY,
        _target(line) if first else EMPTY,
        _fulfilment(line) if first else EMPTY,
        EMPTY if scheme.spells is None else Cell(scheme.spells, "whole"),
    )
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


def _combined_row(status: Status) -> Row:
    label = Text("Samlet målopfyldelse", "Combined fulfilment")
    if status.combined is None:
        return Row(("combined",), (Cell(label, strong=True), *[EMPTY] * 3, DASH, EMPTY))
    named = sentence(
        "{label} ({method})", "{label} ({method})", label=label, method=status.combined.method.label
    )
    value = Cell(status.combined.value, "percent", strong=True)
    return Row(
        ("combined",), (Cell(named, strong=True, mark=MARKS["combined-method"]), *[EMPTY] * 3, value, EMPTY)
    )
