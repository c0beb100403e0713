"""Hypotheses: which rules the tables of each year seem to have been made by, found by trying them."""

from dataclasses import dataclass

from maaltal.core.audit.judge import rising_cost
from maaltal.core.audit.report import Hypothesis
from maaltal.core.audit.rules import LAST_YEAR, METHODS, Rules
from maaltal.core.audit.status import Statuses

MOST = 12
"""Rules that leave so many figures wrong are not compared any closer."""

MOST_ROUNDS = 150
"""Nor is a year whose rules have been weighed so often."""


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
    """What the rules cost, as far as it takes to see which are cheapest: those are weighed on that seem so till now."""
    every = list(statuses.rules[year].all(year - 1 in statuses.rules))
    costs = {rules: rules.doubt for rules in every}
    rising = {rules: rising_cost(statuses.ruled(year, rules).build(year).model()) for rules in every}
    for _ in range(MOST_ROUNDS):
        rules = min(every, key=lambda rules: costs[rules])
        known = next(rising[rules], None)
        if known is None:  # its last word was its cost
            break
        costs[rules] = max(costs[rules], rules.doubt + known)
        if min(costs.values()) >= MOST:
            break
    return costs


def _hypothesis(year: int, rules: Rules, cost: int, used: bool) -> Hypothesis:
    words = (METHODS[rules.method], *((LAST_YEAR,) if rules.last_years_targets else ()))
    code = rules.method + ("+last-years-targets" if rules.last_years_targets else "")
    return Hypothesis(year, code, words, cost, used)
