"""The cost of fleksjob over hours a week, and the hours behind a printed cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.assumptions import tidy
from maaltal.core.economics.cost import Cost
from maaltal.core.text import Sentence, Text, sentence
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


def hours_table(costs: Sequence[Cost]) -> Iterator[Table]:
    if not costs:
        return
    columns = (
        Column("hours", Text("Timer om ugen", "Hours a week")),
        *(Column(code, heading, "whole") for code, heading in (
            ("workplace_per_job", _per_job(WORKPLACE)), ("transfers_per_job", _per_job(TRANSFERS)), ("total_per_job", _per_job(IN_ALL)),
            ("workplace", WORKPLACE), ("transfers", TRANSFERS), ("total", IN_ALL))),
    )  # fmt: skip
    title = sentence(
        "Efter timer om ugen, {unit}, satser for {day}", "By hours a week, {unit}, rates of {day}",
        unit=price_level(costs[0].level), day=costs[0].day)  # fmt: skip
    yield Table("hours", title, columns, tuple(map(_hours_row, costs)))


def _hours_row(cost: Cost) -> Row:
    jobs, amounts = cost.assumptions.jobs, (cost.workplace, cost.transfers, cost.whole)
    each = (Cell(amount.kroner / jobs if jobs else None, "whole") for amount in amounts)
    hours = tidy(cost.assumptions.hours)
    return Row((str(hours),), (Cell(hours), *each, *(Cell(amount.kroner, "whole") for amount in amounts)))


def _per_job(label: Text) -> Sentence:
    return sentence("{label}, pr. job", "{label}, a job", label=label)


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
