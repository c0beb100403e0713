"""What figures stand on (provenance): definitions, decision, method, and the received files."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import version

from maaltal.core.fulfilment import CombinationMethod
from maaltal.core.periods import Period
from maaltal.core.sources import source_words
from maaltal.core.targets import STATES, TargetSet
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.tables import Cell, Column, Row, Table, Value
from maaltal.store.view import Batch, View

type Fact = tuple[str, Text, Value]

FACT_COLUMNS = (Column("fact", Text("Hvad", "What")), Column("value", Text("Værdi", "Value")))


def facts_table(facts: Iterable[Fact]) -> Table:
    rows = tuple(Row((code,), (Cell(label), Cell(value))) for code, label, value in facts)
    return Table("basis", sentence("Grundlag", "Basis"), FACT_COLUMNS, rows)


def target_facts(targets: TargetSet) -> Iterator[Fact]:
    yield (
        "target-set",
        Text("Måltal", "Targets"),
        sentence("{label} ({name})", "{label} ({name})", label=targets.label, name=targets.name),
    )
    yield "decision", Text("Beslutning", "Decision"), decision_words(targets)
    yield "target-source", Text("Kilde til måltal", "Source of targets"), targets.decision.source


def decision_words(targets: TargetSet) -> Sentence:
    """Adopted by the council on 1 February 2024, case 2023-1: as much of it as is known."""
    decision = targets.decision
    body = sentence(", {body}", ", {body}", body=decision.body) if decision.body else ""
    day = sentence(", {day}", ", {day}", day=decision.day) if decision.day else ""
    case = (
        sentence(", sag {case}", ", case {case}", case=decision.case_number) if decision.case_number else ""
    )
    return sentence(
        "{state}{body}{day}{case}", "{state}{body}{day}{case}",
        state=STATES[targets.state], body=body, day=day, case=case,
    )  # fmt: skip


def method_facts(method: CombinationMethod) -> Iterator[Fact]:
    yield "method", Text("Samlet målopfyldelse", "Combined fulfilment"), method.label
    yield "method-source", Text("Kilde til metode", "Source of method"), method.source


def program_facts() -> Iterator[Fact]:
    yield "program", Text("Program", "Program"), f"Måltal {version('maaltal')}"


def as_known_fact(as_known: datetime) -> Fact:
    return "as-known", Text("Som kendt", "As known"), as_known


def batches_table(batches: Iterable[Batch]) -> Table:
    columns = (
        Column("batch", Text("Leverance", "Batch")),
        Column("file", Text("Fil", "File")),
        Column("source", Text("Kilde", "Source")),
        Column("period", Text("Periode", "Period")),
        Column("loaded_at", Text("Indlæst", "Loaded")),
        Column("accepted", Text("Rækker", "Rows"), "whole"),
        Column("sha256", Text("SHA-256", "SHA-256"), "hash"),
    )
    title = sentence("Leverancer, som tallene bygger på", "Batches that the figures stand on")
    return Table("batches", title, columns, tuple(map(_batch_row, batches)))


def _batch_row(batch: Batch) -> Row:
    cells = (
        Cell(batch.id), Cell(batch.file), Cell(source_words(batch.source)), Cell(batch.period), Cell(batch.loaded_at),
        Cell(batch.accepted, "whole"), Cell(batch.sha256, "hash"),
    )  # fmt: skip
    return Row((batch.id, batch.source), cells)


def batches_behind(view: View, periods: Iterable[Period], *, followed: bool = False) -> tuple[Batch, ...]:
    """The batches with days in any of the periods, those of outcomes if people are `followed`, and the organisation's."""
    parts = (*view.parts, *view.outcomes) if followed else view.parts
    used = {part.batch for period in periods for part in parts if part.window.overlap(period)}
    return tuple(batch for batch in view.batches if batch.id in used or batch.period is None)


def last_change(view: View) -> datetime | None:
    """When anything that the view shows was last loaded."""
    return max((batch.loaded_at for batch in view.batches), default=None)
