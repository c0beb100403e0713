"""The list of target sets; one set; its numbers as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from maaltal.web.accounts.actor import Actor
from maaltal.web.received import organisation, path, today
from maaltal.web.targets import queries
from maaltal.web.targets.csv_files import written
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import can_propose, can_see_break_down
from maaltal.web.targets.presenters.decision import facts, heading, steps_table
from maaltal.web.targets.presenters.one_set import Shown, numbers_table
from maaltal.web.targets.presenters.sets import bars, year_parts
from maaltal.web.targets.presenters.words import alternative, said, state, variant, years
from maaltal.web.targets.timeline import stretches
from maaltal.web.targets.views import links
from maaltal.web.targets.views.pages import breadcrumbs, seen, seer


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
        "decision_heading": heading(target_set), "facts": facts(target_set), "steps": steps_table(list(target_set.steps.all())),
        "timelines": [(year, bars(stretches(known, year))) for year in target_set.years],
        "own_units": links.own_units(actor, target_set), "changes": links.changes(actor, target_set),
        "tools": [*links.tools(target_set), *links.figures(actor, target_set)],
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
