"""The sets of the definitions come into the register once; from then on the register's count."""

from __future__ import annotations

from django.db import transaction

from maaltal.core.municipality import Municipality
from maaltal.core.targets import TargetSet as CoreTargetSet
from maaltal.web.targets.models import Target, TargetSet
from maaltal.web.targets.queries import defined
from maaltal.web.trail.actions import record

PROGRAM = "Måltal"


@transaction.atomic
def seed() -> tuple[str, ...]:
    """Add the sets of the definitions whose names the register lacks; gives these names. Anything there is left alone."""
    municipality = defined()
    here = set(TargetSet.objects.values_list("name", flat=True))
    new = [targets for targets in municipality.target_sets if targets.name not in here]
    for targets in new:
        _add(targets, municipality)
    if new:
        record(
            who=PROGRAM,
            what="target-sets-seeded",
            unit=municipality.code,
            facts={"sets": [each.name for each in new]},
        )
    return tuple(targets.name for targets in new)


def _add(targets: CoreTargetSet, municipality: Municipality) -> None:
    decision, note = targets.decision, targets.note
    made = TargetSet.objects.create(
        name=targets.name, label_da=targets.label.da, label_en=targets.label.en,
        first_year=min(targets.years), last_year=max(targets.years), state=targets.state, alternative=targets.alternative,
        body=decision.body, decided_on=decision.day, case_number=decision.case_number or "", source=decision.source,
        note_da=note.da if note else "", note_en=note.en if note else "", in_force_from=targets.in_force_from,
    )  # fmt: skip
    top = {unit.code for unit in municipality.units}
    Target.objects.bulk_create(
        Target(target_set=made, unit=unit, group=group, number=number, top=unit in top)
        for (unit, group), number in targets.targets.items()
    )
