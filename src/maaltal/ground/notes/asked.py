"""What a note is asked for, in a form that an edition keeps, so that its figures can be counted again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from maaltal.core.measures import Denominator
from maaltal.core.periods import Period, parse_period
from maaltal.core.scenarios import Change, Level, Move, Raise, Scale, Scenario, SetTo
from maaltal.core.text import Text
from maaltal.documents.notes.template import Kind
from maaltal.ground.hiding import Hiding

CHANGES: dict[str, type[Change]] = {kind.__name__: kind for kind in (Raise, SetTo, Scale, Move, Level)}


@dataclass(frozen=True)
class Asked:
    """One note: its kind, the period, and what its kind needs besides.

    `facts` are case numbers and the like, `cost` is kroner a year for one more fleksjob (least and most), `inputs` the
    texts of files that an analyst gave, by what they are for. `hiding`: for readers who may not see small counts.
    """

    kind: Kind
    period: Period
    unit: str | None = None
    target_set: str | None = None
    denominator: Denominator = "period"
    day: date | None = None
    facts: tuple[tuple[str, str], ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    ordinary_staff: int | None = None
    cost: tuple[int, int] | None = None
    inputs: tuple[tuple[str, str], ...] = ()
    hiding: Hiding | None = None

    def input(self, name: str) -> str | None:
        return dict(self.inputs).get(name)


def to_json(asked: Asked) -> dict[str, Any]:
    """What is asked, without what was left out."""
    plain = asdict(asked) | {
        "period": asked.period.code,
        "day": asked.day.isoformat() if asked.day else None,
        "scenarios": [_scenario_to_json(scenario) for scenario in asked.scenarios],
        "hiding": _hiding_to_json(asked.hiding) if asked.hiding else None,
    }
    return {name: value for name, value in plain.items() if value not in (None, (), [])}


def from_json(record: Mapping[str, Any]) -> Asked:
    """ValueError, KeyError or TypeError when it is none."""
    given = dict(record)
    given["period"] = parse_period(given["period"])
    given["day"] = date.fromisoformat(given["day"]) if "day" in given else None
    given["scenarios"] = tuple(map(_scenario, given.get("scenarios", ())))
    given["cost"] = tuple(given["cost"]) if "cost" in given else None
    given["hiding"] = _hiding(given["hiding"]) if "hiding" in given else None
    for pairs in ("facts", "inputs"):
        given[pairs] = tuple((name, value) for name, value in given.get(pairs, ()))
    return Asked(**given)


def _hiding_to_json(hiding: Hiding) -> dict[str, Any]:
    return {
        "below": hiding.below,
        "own": sorted(hiding.own),
        "seen": None if hiding.seen is None else sorted(hiding.seen),
    }


def _hiding(record: Mapping[str, Any]) -> Hiding:
    seen = record["seen"]
    return Hiding(record["below"], frozenset(record["own"]), None if seen is None else frozenset(seen))


def _scenario_to_json(scenario: Scenario) -> dict[str, Any]:
    changes = [{"change": type(change).__name__} | _plain(asdict(change)) for change in scenario.changes]
    return {
        "name": scenario.name,
        "label": asdict(scenario.label),
        "method": scenario.method,
        "changes": changes,
    }


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, Fraction) else value for name, value in fields.items()}


def _scenario(record: Mapping[str, Any]) -> Scenario:
    return Scenario(
        record["name"], Text(**record["label"]), tuple(map(_change, record["changes"])), record["method"]
    )


def _change(record: Mapping[str, Any]) -> Change:
    kind = CHANGES[record["change"]]
    fields = {name: value for name, value in record.items() if name != "change"}
    for name in {"factor", "share"} & fields.keys():
        fields[name] = Fraction(fields[name])
    return kind(**fields)
