"""Hypotheses: which rules the tables of each year seem to have been made by, found by trying them."""

from dataclasses import dataclass

from maaltal.core.audit.judge import cost
from maaltal.core.audit.report import Hypothesis
from maaltal.core.audit.rules import LAST_YEAR, METHODS, Rules
from maaltal.core.audit.status import Statuses

MOST = 12
"""Rules that leave so many figures wrong are not compared any closer."""


@dataclass(frozen=True)
class Tried:
    """What was believed in the end, and every rule that was tried with what it costs."""

    statuses: Statuses
    hypotheses: tuple[Hypothesis, ...]


def try_rules(statuses: Statuses) -> Tried:
    """For every year, the rules by which the fewest figures are wrong; among equals, those that the note states."""
    tried: list[Hypothesis] = []
    for year in sorted(statuses.rules):
        costs = _costs(statuses, year)
        best = min(costs, key=lambda rules: costs[rules])
        statuses = statuses.ruled(year, best)
        tried += [_hypothesis(year, rules, cost, rules == best) for rules, cost in costs.items()]
    return Tried(statuses, tuple(tried))


def _costs(statuses: Statuses, year: int) -> dict[Rules, int]:
    """What the rules cost, until one costs less than what all are known to cost at least; that is the cheapest."""
    costs: dict[Rules, int] = {}
    for limit in range(1, MOST + 1):
        for rules in statuses.rules[year].all(year - 1 in statuses.rules):
            if rules.doubt < limit:
                costs[rules] = _cost(statuses, year, rules, limit)
                if costs[rules] < limit:
                    return costs
    return costs


def _cost(statuses: Statuses, year: int, rules: Rules, limit: int) -> int:
    """The cost of the rules; no less than `limit` where it is not worth knowing how much more."""
    return rules.doubt + cost(statuses.ruled(year, rules).build(year).model(), limit - rules.doubt)


def _hypothesis(year: int, rules: Rules, cost: int, used: bool) -> Hypothesis:
    words = (METHODS[rules.method], *((LAST_YEAR,) if rules.last_years_targets else ()))
    code = rules.method + ("+last-years-targets" if rules.last_years_targets else "")
    return Hypothesis(year, code, words, cost, used)
