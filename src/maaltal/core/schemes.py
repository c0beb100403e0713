"""Special job schemes, the groups of them that share a target, and what a figure selects from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from maaltal.core.periods import Period
from maaltal.core.text import Text

FLEKSJOB = "fleksjob"
FLEKSJOB_REFORM = date(2013, 1, 1)
"""A fleksjob begun before this day follows the old rules: full wage and half or two thirds back (LAB section 133)."""


@dataclass(frozen=True)
class DurationLimit:
    """Varighedsgrænse (duration limit): the longest that a spell begun in these dates normally lasts, in weeks."""

    weeks: int
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True)
class Scheme:
    """Jobordning (scheme): one kind of special job, with the dates between which a spell can be in it."""

    code: str
    label: Text
    valid_from: date
    valid_to: date | None
    source: str
    limits: tuple[DurationLimit, ...] = ()


@dataclass(frozen=True)
class SchemeGroup:
    """Ordninger med samlet måltal (scheme group): schemes that share one target in the years of `valid`.

    `measure` is the code of the measure that the target is set in.
    """

    code: str
    label: Text
    schemes: tuple[str, ...]
    measure: str
    valid_from: date
    valid_to: date | None
    source: str

    def counts_in(self, period: Period) -> bool:
        return self.valid_from < period.end and (self.valid_to is None or period.start < self.valid_to)


@dataclass(frozen=True)
class Selection:
    """Udsnit (selection): which spells a figure is about. None stands for both kinds.

    Project places (nytteprojekter) are counted by no selection but the one made for them: they are
    excluded from the targets, and shown beside them.
    """

    code: str
    label: Text
    schemes: tuple[str, ...]
    retention: bool | None = None
    before_reform: bool | None = None
    excluded: bool = False

    def holds(self, scheme: str, retention: bool, before_reform: bool, excluded: bool) -> bool:
        """Whether a spell of this kind belongs to the selection."""
        return (
            scheme in self.schemes
            and self.retention in (None, retention)
            and self.before_reform in (None, before_reform)
            and self.excluded == excluded
        )


ALL = "all"
EXCLUDED = "excluded"


def selections(schemes: Iterable[Scheme], groups: Iterable[SchemeGroup]) -> tuple[Selection, ...]:
    """Every selection that figures are made for: schemes, groups, all, kinds of fleksjob, and what is excluded."""
    each = tuple(Selection(scheme.code, scheme.label, (scheme.code,)) for scheme in schemes)
    codes = tuple(selection.code for selection in each)
    shared = {group.schemes: group for group in groups if len(group.schemes) > 1}.values()
    grouped = tuple(Selection("+".join(group.schemes), group.label, group.schemes) for group in shared)
    return (
        *each,
        *grouped,
        *_FLEKSJOB_KINDS,
        Selection(ALL, Text("Alle ordninger", "All schemes"), codes),
        Selection(
            EXCLUDED,
            Text("Projektpladser (tæller ikke med)", "Project places (not counted)"),
            codes,
            excluded=True,
        ),
    )


_FLEKSJOB_KINDS = (
    Selection(
        "fleksjob:retention", Text("Fastholdelsesfleksjob", "Retention fleksjob"), (FLEKSJOB,), retention=True
    ),
    Selection(
        "fleksjob:old",
        Text("Fleksjob før 2013 (gammel ordning)", "Fleksjob before 2013 (old rules)"),
        (FLEKSJOB,),
        before_reform=True,
    ),
    Selection(
        "fleksjob:new",
        Text("Fleksjob fra 2013 (ny ordning)", "Fleksjob from 2013 (new rules)"),
        (FLEKSJOB,),
        before_reform=False,
    ),
)
