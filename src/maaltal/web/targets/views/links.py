"""Where a set's page leads on to, for the person who sees it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.periods import year as calendar_year
from maaltal.ground.coverage import shared_days
from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import READS_FIGURES
from maaltal.web.received import organisation, path, the_ground, today
from maaltal.web.targets import queries
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import ALL_ROLES, PUBLISHED_DEPTH, can_decide, can_propose
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.states import DECIDED, Transition, transitions_from
from maaltal.web.ui.navigation import Link


def own_units(actor: Actor, target_set: TargetSet) -> list[Link]:
    """The places below the administrations that this person has a role over, each with its targets."""
    day, known = queries.organisation_day(target_set, today()), organisation()
    held = [code for code in actor.units(ALL_ROLES - {Role.ADMINISTRATOR}, today()) if code in known.versions]
    return [
        Link(known.on(code, day).name, reverse("targets:break-down", args=[target_set.name, code]))
        for code in held
        if len(path(code, day)) > PUBLISHED_DEPTH
    ]


def changes(actor: Actor, target_set: TargetSet) -> list[Link]:
    """What this person can do to the set next, the usual first."""
    root, day = (queries.defined().code,), today()
    propose, decide = can_propose(actor, root, day), can_decide(actor, root, day)
    address = reverse("targets:edit", args=[target_set.name])
    links = [Link(_("Ret tal og tekst"), address)] if propose and target_set.open else []
    if propose and target_set.state in DECIDED:
        address = f"{reverse('targets:new')}?based_on={target_set.name}&kind=amendment"
        links.append(Link(_("Lav en ændring midt i året"), address))
    links += [
        Link(said(each.label), reverse("targets:step", args=[target_set.name, each.code]))
        for each in transitions_from(target_set.state, amends=target_set.amends)
        if (propose if is_proposers(each) else decide)
    ]
    return links


def is_proposers(transition: Transition) -> bool:
    """Whether the step belongs to whoever proposes; the others record what was decided elsewhere."""
    return transition.code in ("withdraw", "reopen")


def figures(actor: Actor, target_set: TargetSet) -> list[Link]:
    """How the years went against the set, for whoever sees figures."""
    if not actor.has_anywhere(READS_FIGURES, today()):
        return []
    address = reverse("figures:overview")
    return [
        Link(_("Tallene for %(year)s mod disse måltal") % {"year": year}, f"{address}?periode={year}&saet={target_set.name}")
        for year in target_set.years
        if any(days.covers(calendar_year(year)) for days in shared_days(the_ground().view))
    ]  # fmt: skip


def tools(target_set: TargetSet) -> list[Link]:
    name = [target_set.name]
    return [
        Link(_("Modeller side om side"), reverse("targets:scenarios", args=name)),
        Link(_("Fordel en gruppe på forvaltningerne"), reverse("targets:apportion", args=name)),
        Link(_("Fordel flere grupper på én gang"), reverse("targets:two-way", args=name)),
        Link(_("Hent som CSV"), reverse("targets:file", args=name)),
    ]
