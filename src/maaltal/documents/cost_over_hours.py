"""The cost of fleksjob over hours a week, and the hours behind a printed cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.cost import Cost
from maaltal.core.rounding import decimal, tidy
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.money import price_level
from maaltal.documents.tables import Cell, Column, Note, Row, Table

WORKPLACE = Text("Arbejdspladsernes budget (service)", "The workplaces' budgets (service)")
TRANSFERS = Text("Kommunens overførsler (EO og EI)", "The municipality's transfers (EO and EI)")
IN_ALL = Text("Kommunen i alt", "The municipality in all")
NEVER = Text("over 37", "above 37")


@dataclass(frozen=True)
class Behind:
    """The hours a week at which one job costs `per_job`: to the workplace alone, and to the municipality in all."""

    per_job: Amount
    workplace: Fraction | None
    whole: Fraction | None


def hours_blocks(costs: Sequence[Cost]) -> Iterator[Table | Chart]:
    """The cost of one job at each number of hours, as a table and a picture; and that of all jobs."""
    if not costs:
        return
    jobs = costs[0].assumptions.jobs
    one = _hours_table("hours", Text("Pr. job", "A job"), costs, jobs)
    yield one
    if len(costs) > 1:
        described = Text(
            "Tallene står i tabellen ovenfor: arbejdspladsens løn, kommunens overførsler og summen, for hvert antal timer om ugen.",
            "The figures stand in the table above: the workplace's wage, the municipality's transfers and their sum, for each number of hours a week.",
        )  # fmt: skip
        yield Chart(
            "hours-picture",
            Text("Kr. pr. job efter timer om ugen", "Kr. a job by hours a week"),
            described,
            "trend",
            one,
        )
    if jobs != 1:
        yield _hours_table(
            "hours-all", sentence("{jobs} job", "{jobs} jobs", jobs=tidy(jobs)), costs, Fraction(1)
        )


def _hours_table(code: str, of: Text | Sentence, costs: Sequence[Cost], parts: Fraction) -> Table:
    """The costs divided by `parts`, which is the number of jobs for the cost of one."""
    columns = (
        Column("hours", Text("Timer om ugen", "Hours a week")), Column("workplace", WORKPLACE, "whole"),
        Column("transfers", TRANSFERS, "whole"), Column("total", IN_ALL, "whole"),
    )  # fmt: skip
    title = sentence(
        "{of} efter timer om ugen, {unit}, satser for {day}", "{of} by hours a week, {unit}, rates of {day}",
        of=of, unit=price_level(costs[0].level), day=costs[0].day)  # fmt: skip
    return Table(code, title, columns, tuple(_hours_row(cost, parts) for cost in costs))


def hours_code(cost: Cost) -> str:
    """12.5, for a program to find a row or a table by."""
    return decimal(cost.assumptions.hours)


def _hours_row(cost: Cost, parts: Fraction) -> Row:
    amounts = (cost.workplace, cost.transfers, cost.whole)
    hours = tidy(cost.assumptions.hours)
    cells = (Cell(amount.kroner / parts if parts else None, "whole") for amount in amounts)
    return Row((hours_code(cost),), (Cell(hours), *cells))


def behind_table(behind: Sequence[Behind]) -> Iterator[Table]:
    """Which hours a week would make a job cost what somebody has printed."""
    if not behind:
        return
    columns = (
        Column("per_job", Text("Kr. pr. job om året", "Kr. a job a year"), "whole"),
        Column("workplace", Text("Timer, kun arbejdspladsens løn", "Hours, the workplace's wage alone"), "decimal"),
        Column("total", Text("Timer, kommunen i alt", "Hours, the municipality in all"), "decimal"),
    )  # fmt: skip
    rows = (
        Row((str(each.per_job.kroner),), (Cell(each.per_job.kroner, "whole"), _hours(each.workplace), _hours(each.whole)))
        for each in behind
    )  # fmt: skip
    title = sentence("Hvilke timer der giver en pris pr. job", "Which hours make a job cost so much")
    note = Note("fewest", sentence(
        "Det laveste antal timer, hvor jobbet koster mindst så meget; 0 betyder, at det gør det uden timer.",
        "The fewest hours at which the job costs at least so much; 0 means that it does so without hours."))  # fmt: skip
    yield Table("hours-behind", title, columns, tuple(rows), (note,))


def _hours(hours: Fraction | None) -> Cell:
    return Cell(NEVER) if hours is None else Cell(hours, "decimal")
