"""Target sets: the numbers that one decision adopted for a year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from maaltal.core.text import Text

type TargetState = Literal["proposed", "recommended", "adopted", "amended"]

STATES: dict[TargetState, Text] = {
    "proposed": Text("forslag", "proposed"),
    "recommended": Text("anbefalet", "recommended"),
    "adopted": Text("vedtaget", "adopted"),
    "amended": Text("ændret", "amended"),
}


@dataclass(frozen=True)
class Decision:
    """Beslutning (decision): who adopted, when, under which case number; None where the sources do not say."""

    body: str
    day: date | None
    case_number: str | None
    source: str


@dataclass(frozen=True)
class TargetSet:
    """Vedtagne måltal (target set): targets by (unit code, group code) for the `years` that the decision names.

    An `alternative` (a model, or a set as somebody printed it) is used when it is asked for by name only.
    A set counts from `in_force_from`, or from the first day of its years where that is None.
    The municipality's own target is a number of its own: printed parts can differ from it by independent rounding.
    """

    name: str
    label: Text
    years: tuple[int, ...]
    state: TargetState
    decision: Decision
    targets: Mapping[tuple[str, str], int] = field(hash=False)
    note: Text | None = None
    alternative: bool = False
    in_force_from: date | None = None

    @property
    def standing(self) -> tuple[int, date, date]:
        """What decides which of two sets for a year is in force: how far it got, then how late."""
        return (
            list(STATES).index(self.state),
            self.in_force_from or date.min,
            self.decision.day or date.min,
        )

    def in_force(self, on: date) -> bool:
        """Whether the set is decided, and counts already on this day."""
        return self.state in ("adopted", "amended") and (
            self.in_force_from is None or self.in_force_from <= on
        )

    def target(self, unit: str, group: str) -> int | None:
        """The target, or None where no number was set."""
        return self.targets.get((unit, group))
