"""Target sets: made as proposals, and changed until they are decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from maaltal.core.text import Text
from maaltal.web.accounts.actor import Actor
from maaltal.web.targets.actions.saving import ImpossibleError, Numbers, next_version, write
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.queries import defined, top_units
from maaltal.web.targets.states import OPEN
from maaltal.web.trail.actions import record


@dataclass(frozen=True)
class About:
    """What is written about a set besides its numbers."""

    label: Text
    body: str = ""
    source: str = ""
    note: Text = field(default_factory=lambda: Text("", ""))
    ordinary_staff: int | None = None


@dataclass(frozen=True)
class Draft:
    """A set to be made. `amends`: it is to change `based_on` in mid-year; `alternative`: a scenario, used by name only."""

    name: str
    years: tuple[int, int]
    about: About
    numbers: Numbers
    based_on: TargetSet | None = None
    amends: bool = False
    alternative: bool = False


@transaction.atomic
def make_set(*, by: Actor, day: date, draft: Draft) -> TargetSet:
    """A new proposal; a set that amends another takes over its break-down. ImpossibleError for a name that is taken."""
    check_can_propose(by, (defined().code,), day)
    made, new = TargetSet.objects.get_or_create(name=draft.name, defaults={
        "first_year": draft.years[0], "last_year": draft.years[1], "based_on": draft.based_on,
        "amends": draft.amends, "alternative": draft.alternative, "changed_by": by.name, **_fields(draft.about),
    })  # fmt: skip
    if not new:
        raise ImpossibleError(
            _("Der er allerede måltal med navnet %(name)s. Vælg et andet navn.") % {"name": draft.name}
        )
    write(made, draft.numbers, top_units())
    if draft.amends and draft.based_on:
        _take_over(draft.based_on, made)
    facts = {"years": list(draft.years), "based_on": draft.based_on.name if draft.based_on else None}
    record(who=by.name, what="target-set-made", unit=defined().code, target=made.name, facts=facts)
    return made


@transaction.atomic
def change_set(
    *, by: Actor, day: date, target_set: TargetSet, version: int, about: About, numbers: Numbers
) -> None:
    """Other words or numbers, as long as nothing is decided. ConflictError when somebody saved since `version`."""
    check_can_propose(by, (defined().code,), day)
    next_version(target_set, version, by.name)
    if target_set.state not in OPEN:
        raise ImpossibleError(_("Vedtagne måltal kan ikke rettes. Lav en ændring af dem i stedet."))
    for name, value in _fields(about).items():
        setattr(target_set, name, value)
    target_set.save()
    changed = write(target_set, numbers, top_units())
    record(
        who=by.name,
        what="target-set-changed",
        unit=defined().code,
        target=target_set.name,
        facts={"numbers": changed},
    )


def _fields(about: About) -> dict[str, object]:
    return {
        "label_da": about.label.da, "label_en": about.label.en, "body": about.body, "source": about.source,
        "note_da": about.note.da, "note_en": about.note.en, "ordinary_staff": about.ordinary_staff,
    }  # fmt: skip


def _take_over(earlier: TargetSet, made: TargetSet) -> None:
    """The earlier set's break-down, which then shows what the amendment leaves unallocated."""
    for rows in (earlier.targets.filter(top=False), earlier.responsible.all(), earlier.break_downs.all()):
        for row in rows:
            row.pk, row.target_set = None, made
            row.save(force_insert=True)
