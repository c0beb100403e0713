"""One unit, and who holds its posts."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from maaltal.web.accounts.permissions import can_see_figures
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import organisation, today
from maaltal.web.registry import queries
from maaltal.web.registry.actions import fill_post
from maaltal.web.registry.forms import PostForm
from maaltal.web.registry.models import CONTACTS, KINDS, LEADER, Agreement
from maaltal.web.registry.permissions import (
    can_edit_agreements,
    can_edit_posts,
    check_can_edit_posts,
    check_can_see_organisation,
)
from maaltal.web.registry.presenters.below import below_of
from maaltal.web.registry.presenters.unit import post_lines, posts_table, unit_page, versions_table
from maaltal.web.registry.queries import Place
from maaltal.web.registry.views.agreements import agreements_of
from maaltal.web.registry.views.asking import asked, breadcrumbs, known, place_of, up_to
from maaltal.web.ui.navigation import Link


def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit: its people, what lies below it, its agreements, and how it was over time."""
    actor = actor_of(request)
    check_can_see_organisation(actor, today())
    form, day, words = asked(request)
    here = known(code, day)
    above = place_of(code, day)
    kinds = (LEADER, *(CONTACTS if here.has_contacts else ()))
    shown = {
        "form": form,
        "day": day,
        "page": unit_page(here.unit, day),
        "posts": post_lines(here, kinds, can_edit_posts(actor, above, today())),
        "below": below_of(here.unit.name, queries.below(code, day)[1:], day, words),
        "words": words,
        "versions": versions_table(organisation().versions[code], day),
        "history": posts_table(queries.history(code)),
        "agreements": agreements_of(request, Agreement.objects.filter(unit=code), day),
        "may_agree": can_edit_agreements(actor, above, today()),
        "sees_figures": can_see_figures(actor, above, today()),
        "breadcrumbs": breadcrumbs(above, day),
    }
    return render(request, "registry/unit.html", shown)


def post(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Who holds a post from a day on."""
    actor, day = actor_of(request), today()
    here = known(code, day)
    if kind not in dict(KINDS) or (kind in CONTACTS and not here.has_contacts):
        raise Http404
    above = place_of(code, day)
    check_can_edit_posts(actor, above, day)
    form = PostForm(request.POST or None, initial=now_in(here, kind, day))
    if request.method == "POST" and form.is_valid():
        fill_post(by=actor, holder=form.holder(kind, code), path=above, day=day)
        messages.success(request, _("Posten er gemt."))
        return redirect("registry:unit", code)
    shown = {
        "form": form,
        "post": dict(KINDS)[kind],
        "unit": here.unit,
        "breadcrumbs": (*up_to(above, day), Link(str(dict(KINDS)[kind]), "")),
    }
    return render(request, "registry/post.html", shown)


def now_in(here: Place, kind: str, day: date) -> dict[str, object]:
    holder = here.posts.get(kind)
    name = here.leader if kind == LEADER else here.holder_name(kind)
    return {
        "name": name,
        "email": holder.email if holder else "",
        "phone": holder.phone if holder else "",
        "valid_from": day,
    }
