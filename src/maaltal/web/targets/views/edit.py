"""Change a proposal's words and numbers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError
from maaltal.web.targets.actions.sets import change_set
from maaltal.web.targets.forms.sets import SetForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_propose
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.edit_page import conflict, decided, filled_from_rows, form_of, page
from maaltal.web.targets.views.keeping import keep_apart
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """A proposal's words and numbers. Rows can be pasted or uploaded: they fill the form, and are saved with it."""
    actor, target_set = seen(request, name)
    check_can_propose(actor, (queries.defined().code,), today())
    if request.method == "GET" and not target_set.open:
        return render(request, "targets/closed.html", {"label": said(target_set.label), "set": target_set,
                      "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Ret"))})  # fmt: skip
    if request.method == "GET":
        return page(request, target_set, form_of(target_set))
    if "fill" in request.POST:
        return filled_from_rows(request, target_set)
    return _saved(request, target_set, form_of(target_set, request.POST))


def _saved(request: HttpRequest, target_set: TargetSet, form: SetForm) -> HttpResponse:
    """What was typed is saved, unless it cannot be read, somebody else was first, or the set has been decided."""
    if not form.is_valid():
        return page(request, target_set, form) if target_set.open else decided(request, target_set, form)
    if not target_set.open:
        asked = request.POST.get("keep") == "apart"
        return keep_apart(request, target_set, form) if asked else decided(request, target_set, form)
    try:
        change_set(by=actor_of(request), day=today(), target_set=target_set, version=form.cleaned_data["version"],
                   about=form.about(target_set.body), numbers=form.numbers())  # fmt: skip
    except ConflictError:
        return conflict(request, target_set)
    messages.success(request, _("Måltallene er gemt."))
    return redirect("targets:set", target_set.name)
