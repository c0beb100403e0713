"""People and their roles."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from maaltal.core.periods import ONE_DAY
from maaltal.web.accounts.actions import (
    change_person,
    create_user,
    end_role,
    give_role,
)
from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.forms import TAKEN, AboutForm, EndForm, PersonForm, RoleForm
from maaltal.web.accounts.login_presenters import card_of
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.permissions import (
    can_manage_people,
    check_can_manage_anyone,
    check_can_manage_login,
)
from maaltal.web.accounts.presenters import people_table, roles_of
from maaltal.web.accounts.queries import actor_of, place, places
from maaltal.web.received import organisation, path, today
from maaltal.web.ui.navigation import Link, crumbs


def people(request: HttpRequest) -> HttpResponse:
    """Everybody, with the roles they have now."""
    check_can_manage_anyone(actor_of(request), today())
    users = User.objects.prefetch_related("grants").order_by("name", "username")
    return render(request, "accounts/people.html", {"table": people_table(users, today())})


def new_person(request: HttpRequest) -> HttpResponse:
    """Make somebody who can log in."""
    actor, day = actor_of(request), today()
    check_can_manage_anyone(actor, day)
    form = PersonForm(None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        top = actor.units({Role.ADMINISTRATOR}, day)[0]
        try:
            user = create_user(by=actor, path=place(top, day), day=day, **form.cleaned_data)
        except IntegrityError:  # a second click, or somebody else, was quicker
            form.add_error("username", TAKEN)
        else:
            messages.success(request, _("Personen er oprettet. Giv nu en rolle."))
            return redirect("accounts:person", user.pk)
    trail = crumbs((_("Personer og rettigheder"), "accounts:people"), _("Ny person"))
    return render(request, "accounts/new_person.html", {"form": form, "breadcrumbs": trail})


def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """Somebody's roles over time; one more can be given."""
    actor, day = actor_of(request), today()
    check_can_manage_anyone(actor, day)
    user = get_object_or_404(User, pk=user_id)
    form = RoleForm(units_of(actor, day), day, request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        give_role(
            by=actor, user=user, role=Role(asked["role"]), path=path(asked["unit"], day),
            valid_from=asked["valid_from"], valid_to=asked["valid_to"], day=day,
        )  # fmt: skip
        messages.success(request, _("Rollen er givet."))
        return redirect("accounts:person", user.pk)
    trail = crumbs((_("Personer og rettigheder"), "accounts:people"), user.name)
    shown = {
        "person": user,
        "card": card_of(user, actor, day),
        "roles": roles_of(user, actor, day),
        "form": form,
        "breadcrumbs": trail,
        "today": day,
    }
    return render(request, "accounts/person.html", shown)


@require_POST
def end(request: HttpRequest, grant_id: int) -> HttpResponse:
    """End a role after the day that was asked for."""
    actor, day = actor_of(request), today()
    check_can_manage_anyone(actor, day)
    grant = get_object_or_404(Grant, pk=grant_id)
    form = EndForm(request.POST)
    if form.is_valid():
        valid_to = form.cleaned_data["last_day"] + ONE_DAY
        end_role(by=actor, grant=grant, path=place(grant.unit, day), valid_to=valid_to, day=day)
        messages.success(request, _("Rollen er afsluttet."))
    else:
        messages.error(request, _("Skriv rollens sidste dag som en dato."))
    return redirect("accounts:person", grant.user_id)


def about(request: HttpRequest, user_id: int) -> HttpResponse:
    """Another name or e-mail address."""
    actor, day = actor_of(request), today()
    user = get_object_or_404(User, pk=user_id)
    check_can_manage_login(actor, user.username, places(user, day), day)
    form = AboutForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_person(by=actor, user=user, places=places(user, day), day=day, **form.cleaned_data)
        messages.success(request, _("Personen er rettet."))
        return redirect("accounts:person", user.pk)
    trail = (*crumbs((_("Personer og rettigheder"), "accounts:people")), person_link(user), *crumbs(_("Ret")))
    return render(request, "accounts/about.html", {"person": user, "form": form, "breadcrumbs": trail})


def person_link(user: User) -> Link:
    return Link(user.name, reverse("accounts:person", args=[user.pk]))


def units_of(actor: Actor, day: date) -> list[tuple[str, str]]:
    """The units that the actor may give roles over, indented as they lie."""
    found = organisation()
    below = found.below(found.root.code, day)
    paths = {unit.code: found.path(unit.code, day) for unit in below}
    mine = [unit for unit in below if can_manage_people(actor, paths[unit.code], day)]
    return [(unit.code, "\N{NO-BREAK SPACE}" * 3 * (len(paths[unit.code]) - 1) + unit.name) for unit in mine]
