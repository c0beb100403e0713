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
    """Start from the rules that the note states, and change one at a time while that explains the figures more cheaply."""
    tried: list[Hypothesis] = []
    for year in sorted(statuses.rules):
        costs = _climb(statuses, year)
        best = min(costs, key=lambda rules: costs[rules])
        statuses = statuses.ruled(year, best)
        tried += [_hypothesis(year, rules, costs[rules], rules == best) for rules in costs]
    return Tried(statuses, tuple(tried))


def _climb(statuses: Statuses, year: int) -> dict[Rules, int]:
    """The costs of all rules tried. Insertion order breaks ties, so that what was stated is kept."""
    here = statuses.rules[year]
    costs = {here: _cost(statuses, year, here, MOST)}
    while costs[here] > here.doubt:
        for rules in here.others(year - 1 in statuses.rules):
            if rules not in costs and rules.doubt < min(costs.values()):
                costs[rules] = _cost(statuses, year, rules, min(costs.values()))
        best = min(costs, key=lambda rules: costs[rules])
        if best == here:
            break
        here = best
    return costs


def _cost(statuses: Statuses, year: int, rules: Rules, limit: int) -> int:
    """The cost of the rules; no less than `limit` where it is not worth knowing how much more."""
    return rules.doubt + cost(statuses.ruled(year, rules).build(year).model(), limit - rules.doubt)


def _hypothesis(year: int, rules: Rules, cost: int, used: bool) -> Hypothesis:
    words = (METHODS[rules.method], *((LAST_YEAR,) if rules.last_years_targets else ()))
    code = rules.method + ("+last-years-targets" if rules.last_years_targets else "")
    return Hypothesis(year, code, words, cost, used)
