"""A budget proposal as its two tables: what the money is for, and which committee it is booked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from maaltal.core.economics.amounts import Amount, Scale, SpendingType
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_checks import Found
from maaltal.core.economics.budget_lines import Booking, ByYear, Line
from maaltal.core.findings import SEVERITIES
from maaltal.core.rounding import tidy
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.money import price_level
from maaltal.documents.tables import EMPTY, Cell, Column, Note, Row, Table

LINES, COMMITTEES = "lines", "committees"
SERVICE_TOTAL, TRANSFERS_TOTAL, TOTAL = "service-total", "transfers-total", "total"
TRANSFERS = (SpendingType.EO, SpendingType.EI)
_TOTALS = {
    SERVICE_TOTAL: Text("Udgifter til service i alt", "Spending on service in all"),
    TRANSFERS_TOTAL: Text("Udgifter til overførsler mv. i alt", "Spending on transfers etc. in all"),
    TOTAL: Text("Udgifter i alt", "Spending in all"),
}
_IN_ALL = Text("I alt", "In all")


def budget_document(
    proposal: Proposal, found: Sequence[Found] = (), scale: Scale = Scale.THOUSANDS
) -> Document:
    """The two tables, how the amounts came about, and what is wrong with them."""
    tables = (_lines_table(proposal, scale), _committees_table(proposal, scale))
    title = sentence("{title}", "{title}", title=proposal.title)
    return Document(title, tables, (*_notes(proposal), *_found(found)))


def _lines_table(proposal: Proposal, scale: Scale) -> Table:
    columns = (Column("line", price_level(proposal.level, scale)), *_year_columns(proposal))
    service, transfers = proposal.of(SpendingType.SERVICE), proposal.of(*TRANSFERS)
    rows = [
        *_section("service", Text("Udgifter til service", "Spending on service"), service, SERVICE_TOTAL, proposal, scale),
        *_section("transfers", Text("Udgifter til efterspørgselsstyrede overførsler", "Spending on demand-led transfers"),
                  transfers, TRANSFERS_TOTAL, proposal, scale),
        _row((TOTAL,), (Cell(_TOTALS[TOTAL], strong=True),), proposal, proposal.lines, scale, strong=True),
    ]  # fmt: skip
    title = sentence("Udgifter til service og overførsler mv.", "Spending on service and transfers etc.")
    return Table(LINES, title, columns, tuple(rows))


def _section(
    code: str, heading: Text, lines: Sequence[Line], total: str, proposal: Proposal, scale: Scale
) -> Iterator[Row]:
    """The heading, the lines and their total; nothing where there are no lines."""
    if not lines:
        return
    yield Row((code,), (Cell(heading, strong=True), *[EMPTY] * (len(proposal.years) + 1)))
    for line in lines:
        yield _row((line.label.da,), (Cell(_label(line)),), proposal, (line,), scale)
    yield _row((total,), (Cell(_TOTALS[total], strong=True),), proposal, lines, scale, strong=True)


def _label(line: Line) -> Text:
    """A transfer tells its kind, as the audit and the reader ask: Ledighedsydelse (EO)."""
    kind = f" ({line.spending.value})" if line.spending.transfer else ""
    return Text(f"{line.label.da}{kind}", f"{line.label.en}{kind}")


def _committees_table(proposal: Proposal, scale: Scale) -> Table:
    columns = (
        Column("committee", sentence("Udvalg ({unit})", "Committee ({unit})", unit=price_level(proposal.level, scale))),
        Column("spending", Text("Styringsområde", "Spending type")), *_year_columns(proposal),
    )  # fmt: skip
    rows: list[Row] = []
    activity: Text | None = None
    for booking in proposal.bookings:
        if booking.activity != activity:
            activity = booking.activity
            rows.append(Row((activity.da,), (Cell(activity, strong=True), *[EMPTY] * (len(columns) - 1))))
        rows.append(_booking_row(booking, proposal, scale))
    total = (Cell(_IN_ALL, strong=True), EMPTY)
    rows.append(_row((TOTAL,), total, proposal, proposal.bookings, scale, strong=True))
    title = sentence(
        "Fordeling mellem udvalg på styringsområder", "Distribution on committees and spending types"
    )
    return Table(COMMITTEES, title, columns, tuple(rows))


def _booking_row(booking: Booking, proposal: Proposal, scale: Scale) -> Row:
    codes = (f"{booking.activity.da}/{booking.committee}/{booking.spending.value}",)
    spending = Text("Service", "Service") if not booking.spending.transfer else booking.spending.value
    return _row(codes, (Cell(booking.committee), Cell(spending)), proposal, (booking,), scale)


def _year_columns(proposal: Proposal) -> tuple[Column, ...]:
    years = (Column(str(year), Text(str(year), str(year)), "whole") for year in proposal.years)
    return (*years, Column(TOTAL, _IN_ALL, "whole"))


def _row(
    codes: tuple[str, ...], lead: tuple[Cell, ...], proposal: Proposal, entries: Iterable[Line | Booking],
    scale: Scale, *, strong: bool = False,
) -> Row:  # fmt: skip
    """A year in which none of the entries has an amount stays empty."""
    every = tuple(entries)
    cells = [
        _cell(proposal.sum(every, year), scale, strong) if strong or _has(every, year) else EMPTY
        for year in proposal.years
    ]
    return Row(codes, (*lead, *cells, _cell(proposal.sum(every), scale, strong)))


def _has(entries: Iterable[Line | Booking], year: int) -> bool:
    amounts: Iterable[ByYear] = (entry.amounts for entry in entries)
    return any(year in each for each in amounts)


def _cell(amount: Amount, scale: Scale, strong: bool) -> Cell:
    return Cell(tidy(amount.kroner / scale), "whole", strong)


def _notes(proposal: Proposal) -> Iterator[Note]:
    yield Note("sign", sentence("Udgifter er positive; indtægter, besparelser og finansiering er negative.",
                                "Expenses are positive; income, savings and financing are negative."))  # fmt: skip
    for line in proposal.lines:
        if line.derived:
            yield Note(
                "derived", sentence("{line}: {how}.", "{line}: {how}.", line=line.label, how=line.derived)
            )
    yield from _lasting(proposal)
    for note in proposal.notes:
        yield Note("note", note)


def _lasting(proposal: Proposal) -> Iterator[Note]:
    """Which lines go on after the last year, and which are for one year alone."""
    last = str(proposal.years[-1])
    permanent = list(dict.fromkeys(line.label for line in proposal.lines if line.permanent))
    ending = list(dict.fromkeys(line.label for line in proposal.lines if not line.permanent))
    if permanent and not ending:
        yield Note("permanent", sentence("Alle linjer er varige efter {last}.", "All lines are permanent after {last}.", last=last))  # fmt: skip
    elif permanent:
        yield Note("permanent", sentence(
            "Varige efter {last} er alle linjer undtagen {lines}.", "Permanent after {last} are all lines but {lines}.",
            last=last, lines=_listed(ending)))  # fmt: skip


def _listed(labels: Sequence[Text]) -> Text:
    return Text(", ".join(label.da for label in labels), ", ".join(label.en for label in labels))


def _found(found: Sequence[Found]) -> Iterator[Note]:
    for rule, said in found:
        yield Note(rule.code, _told(SEVERITIES[rule.severity], rule.title, said))


def _told(severity: Text, title: Text, said: Sentence) -> Sentence:
    return sentence("{severity}: {title}. {said}", "{severity}: {title}. {said}",
                    severity=Text(severity.da.capitalize(), severity.en.capitalize()), title=title, said=said)  # fmt: skip
