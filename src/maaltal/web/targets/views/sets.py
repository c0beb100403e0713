"""The list of target sets; one set; its numbers as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from maaltal.core.periods import year as calendar_year
from maaltal.ground.coverage import shared_days
from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import READS_FIGURES
from maaltal.web.received import organisation, path, the_ground, today
from maaltal.web.targets import queries
from maaltal.web.targets.csv_files import written
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import (
    ALL_ROLES,
    PUBLISHED_DEPTH,
    can_decide,
    can_propose,
    can_see_break_down,
)  # fmt: skip
from maaltal.web.targets.presenters.one_set import Shown, facts, numbers_table, steps_table
from maaltal.web.targets.presenters.sets import bars, year_parts
from maaltal.web.targets.presenters.words import alternative, said, state, variant, years
from maaltal.web.targets.states import TRANSITIONS, Transition, transitions_from
from maaltal.web.targets.timeline import stretches
from maaltal.web.targets.views.pages import breadcrumbs, seen, seer
from maaltal.web.ui.navigation import Link


@require_safe
def sets(request: HttpRequest) -> HttpResponse:
    """Every year with its sets, newest first."""
    actor = seer(request)
    known = queries.municipality()
    everything = TargetSet.objects.prefetch_related("targets")
    may = can_propose(actor, (known.code,), today())
    return render(request, "targets/sets.html", {"parts": year_parts(everything, known), "may_propose": may})


@require_safe
def one_set(request: HttpRequest, name: str) -> HttpResponse:
    actor, target_set = seen(request, name)
    known = queries.municipality()
    return render(request, "targets/set.html", {
        "set": target_set, "label": said(target_set.label), "years": years(target_set.first_year, target_set.last_year),
        "state": state(target_set.state), "alternative": alternative(target_set), "variant": variant(target_set.state),
        "table": numbers_table(target_set, _shown(actor, target_set)),
        "facts": facts(target_set), "steps": steps_table(list(target_set.steps.all())),
        "timelines": [(year, bars(stretches(known, year))) for year in target_set.years],
        "own_units": _own_units(actor, target_set), "changes": _changes(actor, target_set), "tools": [*_tools(target_set), *_figures(actor, target_set)],
        "breadcrumbs": breadcrumbs(here=said(target_set.label)),
    })  # fmt: skip


@require_safe
def numbers_file(request: HttpRequest, name: str) -> HttpResponse:
    """The set's top units as CSV; what was broken down is in the file of its unit."""
    _actor, target_set = seen(request, name)
    units = [(unit.code, unit.name) for unit in queries.defined().units]
    groups = [group.code for group in queries.groups(target_set)]
    text = written(units, groups, queries.numbers(target_set))
    return HttpResponse(text, "text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="maaltal-{target_set.pk}.csv"'})  # fmt: skip


def _shown(actor: Actor, target_set: TargetSet) -> Shown:
    before = queries.earlier(target_set)
    return Shown(
        queries.defined(), queries.groups(target_set), queries.numbers(target_set), before,
        queries.numbers(before) if before else {}, _broken_down(actor, target_set),
    )  # fmt: skip


def _broken_down(actor: Actor, target_set: TargetSet) -> dict[str, str]:
    """How far each administration that this person may see is broken down."""
    day = queries.organisation_day(target_set, today())
    words = {None: _("Ikke brudt ned"), True: _("Ja, går op"), False: _("Ja, går ikke op")}
    return {
        unit.code: words[queries.adds_up(target_set, unit.code, organisation(), day)]
        for unit in queries.defined().units[1:]
        if can_see_break_down(actor, path(unit.code, day), today())
    }


def _own_units(actor: Actor, target_set: TargetSet) -> list[Link]:
    """The places below the administrations that this person has a role over, each with its targets."""
    day, known = queries.organisation_day(target_set, today()), organisation()
    held = [code for code in actor.units(ALL_ROLES - {Role.ADMINISTRATOR}, today()) if code in known.versions]
    return [
        Link(known.on(code, day).name, reverse("targets:break-down", args=[target_set.name, code]))
        for code in held
        if len(path(code, day)) > PUBLISHED_DEPTH
    ]


def _changes(actor: Actor, target_set: TargetSet) -> list[Link]:
    """What this person can do to the set next."""
    root, day = (queries.defined().code,), today()
    propose, decide = can_propose(actor, root, day), can_decide(actor, root, day)
    links = (
        [Link(_("Ret tal og tekst"), reverse("targets:edit", args=[target_set.name]))]
        if propose and target_set.open
        else []
    )
    links += [
        Link(said(each.label), reverse("targets:step", args=[target_set.name, each.code]))
        for each in transitions_from(target_set.state, amends=target_set.amends)
        if (propose if is_proposers(each) else decide)
    ]
    if propose and target_set.state in TRANSITIONS["annul"].before:
        links.append(
            Link(
                _("Lav en ændring midt i året"),
                f"{reverse('targets:new')}?based_on={target_set.name}&kind=amendment",
            )
        )
    return links


def is_proposers(transition: Transition) -> bool:
    """Whether the step belongs to whoever proposes; the others record what was decided elsewhere."""
    return transition.code in ("withdraw", "reopen")


def _figures(actor: Actor, target_set: TargetSet) -> list[Link]:
    """How the years went against the set, for whoever sees figures."""
    if not actor.has_anywhere(READS_FIGURES, today()):
        return []
    address = reverse("figures:overview")
    return [
        Link(_("Tallene for %(year)s mod disse måltal") % {"year": year}, f"{address}?periode={year}&saet={target_set.name}")
        for year in target_set.years
        if any(days.covers(calendar_year(year)) for days in shared_days(the_ground().view))
    ]  # fmt: skip


def _tools(target_set: TargetSet) -> list[Link]:
    name = [target_set.name]
    return [
        Link(_("Modeller side om side"), reverse("targets:scenarios", args=name)),
        Link(_("Fordel en gruppe på forvaltningerne"), reverse("targets:apportion", args=name)),
        Link(_("Fordel flere grupper på én gang"), reverse("targets:two-way", args=name)),
        Link(_("Hent som CSV"), reverse("targets:file", args=name)),
    ]
