"""Read what a municipality has decided about its fleksjob pool, from the same file as its groups and targets."""

from maaltal.core.economics.pool import PoolRule
from maaltal.core.entries import Entry
from maaltal.core.periods import year
from maaltal.core.text import Text
from maaltal.definitions.load import municipality_entry

PERCENT = 100


def load_pool_rule(name: str, in_year: int) -> PoolRule | None:
    """The decision in force on the year's last day; None when there is none. DefinitionError when it cannot be used."""
    rules = sorted(map(_rule, municipality_entry(name).entries("pool")), key=lambda rule: rule.valid_from)
    return next((rule for rule in reversed(rules) if rule.valid_from <= year(in_year).last_day), None)


def _rule(entry: Entry) -> PoolRule:
    least, most, central = (entry.number(name) / PERCENT for name in ("least", "most", "central"))
    if not 0 < least <= central <= most <= 1:
        raise entry.wrong(
            "central",
            entry.table["central"],
            Text("fra least til most, i pct.", "from least to most, in pct."),
        )
    made = PoolRule(entry.text("label"), least, most, central, entry.day("valid_from"), entry.word("source"))
    entry.finish()
    return made
