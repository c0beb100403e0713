"""The way of a set from proposal to decision, one step at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor
from maaltal.web.targets.actions.saving import ImpossibleError, next_version
from maaltal.web.targets.models import Step, TargetSet
from maaltal.web.targets.permissions import check_can_decide, check_can_propose
from maaltal.web.targets.queries import defined
from maaltal.web.targets.states import DECIDED, WITHDRAWN, Transition, transitions_from
from maaltal.web.trail.actions import record


@dataclass(frozen=True)
class Said:
    """What is recorded with a step: who decided what, when; or why it was done."""

    body: str = ""
    day: date | None = None
    case_number: str = ""
    note: str = ""
    in_force_from: date | None = None


@transaction.atomic
def take_step(
    *, by: Actor, day: date, target_set: TargetSet, version: int, transition: Transition, said: Said
) -> Step:
    """ConflictError when somebody changed the set since `version`; ImpossibleError when it is not there to be done."""
    check = check_can_propose if transition.code in ("withdraw", "reopen") else check_can_decide
    check(by, (defined().code,), day)
    next_version(target_set, version, by.name)
    if transition not in transitions_from(target_set.state, amends=target_set.amends):
        raise ImpossibleError(_("Det kan ikke gøres nu: måltallene er i en anden tilstand."))
    _change(target_set, transition, said)
    step = Step.objects.create(
        target_set=target_set, transition=transition.code, state=transition.after, body=said.body, day=said.day,
        case_number=said.case_number, note=said.note, by=by.name,
    )  # fmt: skip
    facts = {
        "state": transition.after,
        "body": said.body,
        "day": said.day and said.day.isoformat(),
        "case": said.case_number,
        "why": said.note,
    }
    record(
        who=by.name,
        what=f"target-set-{transition.code}",
        unit=defined().code,
        target=target_set.name,
        facts=facts,
    )
    return step


def _change(target_set: TargetSet, transition: Transition, said: Said) -> None:
    if target_set.state in DECIDED:
        _check_unamended(target_set)
    if transition.after in DECIDED:
        _check_free(target_set)
        target_set.alternative = False
        target_set.in_force_from = said.in_force_from or date(target_set.first_year, 1, 1)
    elif transition.after != WITHDRAWN:
        target_set.in_force_from = None
        _forget_decision(target_set)
    if transition.needs == "decision":
        target_set.body, target_set.decided_on, target_set.case_number = said.body, said.day, said.case_number
    target_set.state = transition.after
    target_set.save()


def _forget_decision(target_set: TargetSet) -> None:
    """A set that is a proposal again is neither recommended nor decided; its steps still tell that it was."""
    if target_set.steps.exclude(body="").exists():
        target_set.body, target_set.decided_on, target_set.case_number = "", None, ""


def _check_free(target_set: TargetSet) -> None:
    """A year has one adopted set; what comes after it is an amendment of it, while it is adopted itself."""
    if target_set.amends:
        if target_set.based_on is None or target_set.based_on.state not in DECIDED:
            raise ImpossibleError(_("De måltal, der skulle ændres, er ikke længere vedtaget."))
        return
    others = TargetSet.objects.filter(
        state__in=DECIDED, alternative=False, first_year__lte=target_set.last_year, last_year__gte=target_set.first_year
    ).exclude(pk=target_set.pk)  # fmt: skip
    if found := others.first():
        raise ImpossibleError(
            _("Der er allerede vedtagne måltal for de år: %(label)s. Lav en ændring af dem i stedet.")
            % {"label": found.label_da}
        )


def _check_unamended(target_set: TargetSet) -> None:
    if found := target_set.built_on_it.filter(amends=True, state__in=DECIDED).first():
        raise ImpossibleError(
            _("Måltallene er ændret siden, af %(label)s. Fortryd først den vedtagelse.")
            % {"label": found.label_da}
        )
