"""The organisation: seen on a day, searched, and kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from maaltal.web.accounts.permissions import Path
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import organisation, root, today, unit_name
from maaltal.web.registry import presenters, queries
from maaltal.web.registry.actions import fill_post, keep_agreement
from maaltal.web.registry.forms import AgreementForm, DayForm, GoalForms, PostForm, as_written
from maaltal.web.registry.models import CONTACTS, KINDS, LEADER, Agreement
from maaltal.web.registry.permissions import (
    can_edit_agreements,
    can_edit_posts,
    check_can_edit_agreements,
    check_can_edit_posts,
    check_can_see_organisation,
)
from maaltal.web.registry.queries import Place
from maaltal.web.ui.navigation import Link, crumbs


def overview(request: HttpRequest) -> HttpResponse:
    """The administrations and their people; with words to look for, the units that have them."""
    check_can_see_organisation(actor_of(request), today())
    form, day, words = asked(request)
    shown: dict[str, Any] = {
        "form": form,
        "day": day,
        "today": today(),
        "words": words,
        "change_days": changes(day),
    }
    if words:
        shown["table"] = presenters.found_table(queries.found(words, day), day, words)
    else:
        tops = queries.children(root(), day)
        shown["top"] = presenters.unit_page(organisation().on(root(), day), day)
        counts = {top.unit.code: count(top.unit.code, day) for top in tops}
        shown["table"] = presenters.administrations_table(tops, counts, day)
    return render(request, "registry/overview.html", shown)


def count(code: str, day: date) -> tuple[int, int]:
    """Units below, and vacant posts in the unit and below."""
    places = queries.below(code, day)
    return len(places) - 1, sum(len(place.vacant()) for place in places)


def changes(day: date) -> list[date]:
    """The last days on which the organisation changed, up to the day."""
    return [each for each in organisation().change_days if each <= day][-6:]


def vacant(request: HttpRequest) -> HttpResponse:
    """Every post that nobody holds."""
    check_can_see_organisation(actor_of(request), today())
    form, day, _words = asked(request)
    table = presenters.vacant_table(queries.below(root(), day), day)
    trail = crumbs((_("Organisation"), "registry:overview"), _("Ledige poster"))
    return render(
        request, "registry/vacant.html", {"form": form, "day": day, "table": table, "breadcrumbs": trail}
    )


def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit: its people, what lies below it, its agreements, and how it was over time."""
    actor = actor_of(request)
    check_can_see_organisation(actor, today())
    form, day, _words = asked(request)
    here = known(code, day)
    above = place_of(code, day)
    kinds = (LEADER, *(CONTACTS if here.has_contacts else ()))
    shown = {
        "form": form,
        "day": day,
        "page": presenters.unit_page(here.unit, day),
        "posts": presenters.post_lines(here, kinds, can_edit_posts(actor, above, today())),
        "below": presenters.tree_table(
            queries.below(code, day)[1:], day, _("Enheder under %(unit)s") % {"unit": here.unit.name}
        ),
        "versions": presenters.versions_table(organisation().versions[code], day),
        "history": presenters.posts_table(queries.history(code)),
        "agreements": agreements_of(request, Agreement.objects.filter(unit=code), day),
        "may_agree": can_edit_agreements(actor, above, today()),
        "breadcrumbs": breadcrumbs(above, day),
    }
    return render(request, "registry/unit.html", shown)


def breadcrumbs(above: Path, day: date) -> tuple[Link, ...]:
    links = (Link(unit_name(code, day), presenters.unit_address(code, day)) for code in above[1:-1])
    return (*crumbs((_("Organisation"), "registry:overview")), *links, Link(unit_name(above[-1], day), ""))


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


def up_to(above: Path, day: date) -> tuple[Link, ...]:
    """Breadcrumbs down to the unit itself, as a link."""
    *before, last = breadcrumbs(above, day)
    return (*before, Link(last.text, presenters.unit_address(above[-1], day)))


def agreements(request: HttpRequest) -> HttpResponse:
    """Every partnership agreement, the newest first."""
    check_can_see_organisation(actor_of(request), today())
    cards = agreements_of(request, Agreement.objects.all(), today())
    trail = crumbs((_("Organisation"), "registry:overview"), _("Partnerskabsaftaler"))
    return render(request, "registry/agreements.html", {"agreements": cards, "breadcrumbs": trail})


def agreements_of(request: HttpRequest, found: Any, day: date) -> list[presenters.AgreementCard]:
    actor = actor_of(request)
    return [
        presenters.agreement_card(
            each, day, can_edit_agreements(actor, place_of(each.unit, today()), today())
        )
        for each in found.prefetch_related("goals")
    ]


def new_agreement(request: HttpRequest, code: str) -> HttpResponse:
    known(code, today())
    return agreement_form(request, None, code)


def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    found = get_object_or_404(Agreement, pk=agreement_id)
    return agreement_form(request, found, found.unit)


def agreement_form(request: HttpRequest, found: Agreement | None, code: str) -> HttpResponse:
    """Make an agreement of the unit, or change one."""
    actor, day, above = actor_of(request), today(), place_of(code, today())
    check_can_edit_agreements(actor, above, day)
    words, written = as_written(found) if found else ({"valid_from": day}, [])
    form = AgreementForm(request.POST or None, initial=words)
    goals = GoalForms(request.POST or None, initial=written)
    if request.method == "POST" and form.is_valid() and goals.is_valid():
        keep_agreement(by=actor, agreement=found, words=form.words(goals), path=above, day=day)
        messages.success(request, _("Aftalen er gemt."))
        return redirect("registry:unit", code)
    title = found.title if found else _("Ny partnerskabsaftale")
    shown = {
        "form": form,
        "goals": goals,
        "title": title,
        "breadcrumbs": (*up_to(above, day), Link(title, "")),
    }
    return render(request, "registry/agreement.html", shown)


def units_file(request: HttpRequest) -> HttpResponse:
    """All units on the day, as CSV."""
    check_can_see_organisation(actor_of(request), today())
    _form, day, _words = asked(request)
    answer = HttpResponse(
        presenters.units_csv(queries.below(root(), day)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="enheder-{day.isoformat()}.csv"'
    return answer


def asked(request: HttpRequest) -> tuple[DayForm, date, str]:
    """The day (today when none, or none that can be read) and the words that were asked for."""
    form = DayForm(request.GET or None)
    found = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return form, found.get("day") or today(), found.get("q", "").strip()


def known(code: str, day: date) -> Place:
    try:
        return queries.place(code, day)
    except KeyError:
        raise Http404 from None


def place_of(code: str, day: date) -> tuple[str, ...]:
    """Where a unit lies today; past its closing, itself, not the one that took over. One that is gone is the municipality's."""
    found = organisation()
    if code not in found.versions:
        return (found.root.code, code)
    where = found.path(code, day)
    return where if code in where else (*where, code)
