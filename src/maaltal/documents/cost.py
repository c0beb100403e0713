"""What fleksjob cost, line by line, with every rate it stands on."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.cost import Cost
from maaltal.core.economics.cost_lines import Line
from maaltal.core.economics.price_levels import PriceLevels
from maaltal.core.economics.rates import Rate
from maaltal.core.rounding import tidy
from maaltal.core.text import Text, sentence
from maaltal.documents.cost_basis import assumptions_table, conversion_table, rates_of, rates_table
from maaltal.documents.cost_notes import cost_notes
from maaltal.documents.cost_over_hours import (
    IN_ALL,
    TRANSFERS,
    WORKPLACE,
    Behind,
    behind_table,
    hours_blocks,
    hours_code,
)
from maaltal.documents.document import Document
from maaltal.documents.money import price_level
from maaltal.documents.tables import EMPTY, Cell, Column, Row, Table


def cost_document(
    points: Sequence[Cost], over_hours: Sequence[Cost], behind: Sequence[Behind], levels: PriceLevels | None = None
) -> Document:  # fmt: skip
    """The lines at each point, the costs over hours where there are any, and what was asked of printed costs."""
    every = (*points, *over_hours)
    rates = rates_of(every)
    jobs = tidy(every[0].assumptions.jobs)
    title = sentence("Hvad {jobs} fleksjob koster om året", "Cost a year: {jobs} fleksjob", jobs=jobs)
    body = (
        *(_lines_table(cost, rates) for cost in points),
        *hours_blocks(over_hours),
        *behind_table(behind),
    )
    basis = (rates_table(rates), assumptions_table(every[0]), *conversion_table(every[0], levels))
    return Document(title, body, tuple(cost_notes(every[0], asked=bool(behind))), basis)


COLUMNS = (
    Column("line", Text("Linje", "Line")), Column("spending", Text("Styringsområde", "Spending type")),
    Column("per_job", Text("Kr. pr. job", "Kr. a job"), "whole"), Column("jobs", Text("Job, den gælder", "Jobs it counts for"), "decimal"),
    Column("amount", Text("Kr. i alt", "Kr. in all"), "whole"), Column("reckoning", Text("Sådan", "How")),
    Column("rates", Text("Sats nr.", "Rate no.")),
)  # fmt: skip


def _lines_table(cost: Cost, rates: Sequence[Rate]) -> Table:
    title = sentence(
        "{hours} timer om ugen, {unit}, satser for {day}", "{hours} hours a week, {unit}, rates of {day}",
        hours=tidy(cost.assumptions.hours), unit=price_level(cost.level), day=cost.day)  # fmt: skip
    service, transfers = (
        [_line_row(line, rates, cost) for line in cost.lines if line.spending.transfer is paid] for paid in (False, True)
    )  # fmt: skip
    rows = (
        *service, _total_row("workplace", WORKPLACE, cost.workplace, cost), *transfers, *_kinds(cost),
        _total_row("transfers", TRANSFERS, cost.transfers, cost), _total_row("total", IN_ALL, cost.whole, cost),
    )  # fmt: skip
    return Table(f"cost-{hours_code(cost)}", title, COLUMNS, rows)


def _line_row(line: Line, rates: Sequence[Rate], cost: Cost) -> Row:
    kind = line.spending.value if line.spending.transfer else line.spending.label
    numbers = ", ".join(str(rates.index(rate) + 1) for rate in line.rates)
    return Row((line.code,), (
        Cell(line.label), Cell(kind), Cell(line.per_job.kroner, "whole"), _jobs(line.jobs, cost), Cell(line.amount.kroner, "whole"),
        Cell(line.reckoning), Cell(numbers),
    ))  # fmt: skip


def _jobs(jobs: Fraction, cost: Cost, *, strong: bool = False) -> Cell:
    """Without decimals where no line of the cost has any."""
    whole = all(line.jobs.denominator == 1 for line in cost.lines)
    return Cell(jobs, "decimal", strong=strong, decimals=0 if whole else None)


def _kinds(cost: Cost) -> Iterator[Row]:
    """EO and EI apart, where both are there."""
    if any(line.spending is SpendingType.EI for line in cost.lines):
        for kind in (SpendingType.EO, SpendingType.EI):
            yield _total_row(kind.value, kind.label, cost.of(kind), cost, strong=False)


def _total_row(code: str, label: Text, amount: Amount, cost: Cost, *, strong: bool = True) -> Row:
    jobs = cost.assumptions.jobs
    return Row((code,), (
        Cell(label, strong=strong), EMPTY, Cell(amount.kroner / jobs if jobs else None, "whole", strong=strong),
        _jobs(jobs, cost, strong=strong), Cell(amount.kroner, "whole", strong=strong), EMPTY, EMPTY,
    ))  # fmt: skip
