"""What was found by looking at a received file, as tables."""

from collections.abc import Iterable, Iterator, Sequence

from maaltal.core.findings import SEVERITIES
from maaltal.core.sources import layout_words
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.basis import FACT_COLUMNS, Fact
from maaltal.documents.differences import difference_table
from maaltal.documents.findings import breaches, findings_table
from maaltal.documents.tables import Cell, Row, Table
from maaltal.intake.received import Found, Received
from maaltal.store.difference import Difference


def received_tables(number: int, received: Received, difference: Difference | None) -> Iterator[Table]:
    """The file, its findings if there are any, and what it would change; coded `file-1`, `findings-1`, `difference-1`."""
    yield file_table(f"file-{number}", received)
    found = breaches(received.findings, received.rules)
    if found:
        yield findings_table(f"findings-{number}", received.file, found)
    if difference:
        yield difference_table(f"difference-{number}", received.file, difference)


def file_table(code: str, received: Received, more: Iterable[Fact] = ()) -> Table:
    """What the file is, and what became of its rows."""
    rows = tuple(
        Row((fact,), (Cell(label), Cell(value))) for fact, label, value in (*_facts(received), *more)
    )
    title = sentence("{file}: {label}", "{file}: {label}", file=received.file, label=received.label)
    return Table(code, title, FACT_COLUMNS, rows)


def _facts(received: Received) -> Iterator[Fact]:
    yield "layout", Text("Format", "Layout"), layout_words(received.layout)
    yield "form", Text("Fundet ved at se efter", "Found by looking"), _form(received.found)
    if received.period:
        yield "period", Text("Periode", "Period"), received.period
    if received.corrects:
        yield "corrects", Text("Retter", "Corrects"), received.corrects
    yield "rows", Text("Rækker", "Rows"), received.rows
    yield "accepted", Text("Godtaget", "Accepted"), received.accepted
    yield "set_aside", Text("Lagt fra", "Set aside"), _set_aside(received)
    yield "rejected", Text("Afvist", "Rejected"), received.rejected
    if received.found.ignored_columns:
        yield (
            "ignored",
            Text("Kolonner uden betydning", "Columns not used"),
            ", ".join(received.found.ignored_columns),
        )


def in_short(received: Received, difference: Difference | None) -> Iterator[Fact]:
    """How many findings of each severity, and how many differences."""
    counts = [
        sentence("{severity}: {count}", "{severity}: {count}", severity=words, count=count)
        for severity, words in SEVERITIES.items() if (count := received.count(severity))
    ]  # fmt: skip
    yield "findings", Text("Fund", "Findings"), listed(counts) if counts else Text("ingen", "none")
    if difference:
        yield "difference", Text("Mod lageret", "Against the store"), sentence(
            "{new} nye, {changed} ændrede, {gone} forsvundne, {unchanged} uændrede",
            "{new} new, {changed} changed, {gone} gone, {unchanged} unchanged",
            new=difference.new, changed=difference.changed, gone=difference.gone, unchanged=difference.unchanged,
        )  # fmt: skip


def _form(found: Found) -> Sentence | str:
    told = [
        found.form,
        found.encoding,
        f"'{found.delimiter}'" if found.delimiter else None,
        found.date_form,
        sentence("decimaltegn '{mark}'", "decimal mark '{mark}'", mark=found.decimal_mark)
        if found.decimal_mark
        else None,
        sentence("ark {sheets}", "sheets {sheets}", sheets=", ".join(found.sheets)) if found.sheets else None,
    ]
    return listed([part for part in told if part])


def _set_aside(received: Received) -> Sentence | int:
    total = sum(received.set_aside.values())
    words = ", ".join(f"{word}: {count}" for word, count in received.set_aside.items() if word and count)
    return sentence("{count} ({words})", "{count} ({words})", count=total, words=words) if words else total


def listed(parts: Sequence[Sentence | str]) -> Sentence | str:
    """The parts with commas between them."""
    first, *rest = parts
    return sentence("{first}, {rest}", "{first}, {rest}", first=first, rest=listed(rest)) if rest else first
