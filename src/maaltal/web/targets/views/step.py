"""Take a set a step further."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from maaltal.web.accounts.queries import called
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.actions.steps import take_step
from maaltal.web.targets.forms.steps import StepForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_decide, check_can_propose
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.targets.views.links import is_proposers
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """Record a recommendation, an adoption or another step."""
    actor, target_set = seen(request, name)
    if code not in TRANSITIONS:
        raise Http404
    transition = TRANSITIONS[code]
    check = check_can_propose if is_proposers(transition) else check_can_decide
    check(actor, (queries.defined().code,), today())
    initial = {"version": target_set.version, "in_force_from": target_set.in_force_from}
    form = StepForm(transition, target_set, today(), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            take_step(by=actor, day=today(), target_set=target_set, version=form.cleaned_data["version"],
                      transition=transition, said=form.said())  # fmt: skip
        except ImpossibleError as problem:
            form.add_error(None, str(problem))
        except ConflictError:
            return _changed_meanwhile(request, target_set, form)
        else:
            messages.success(request, _("Det er registreret: %(label)s.") % {"label": said(transition.label)})
            return redirect("targets:set", target_set.name)
    return _step_page(request, target_set, form)


def _changed_meanwhile(request: HttpRequest, target_set: TargetSet, form: StepForm) -> HttpResponse:
    """The same form with what was typed, and a way on for somebody who has looked at the numbers again."""
    now = queries.find(target_set.name)
    data = request.POST.copy()
    data["version"] = str(now.version)
    again = StepForm(form.transition, now, form.today, data)
    again.add_error(None, _("%(name)s har ændret måltallene imens. Se dem igennem, og registrér igen, hvis beslutningen passer til dem.")
                    % {"name": called(now.changed_by)})  # fmt: skip
    return _step_page(request, now, again)


def _step_page(request: HttpRequest, target_set: TargetSet, form: StepForm) -> HttpResponse:
    return render(request, "targets/step.html", {
        "set": target_set, "form": form, "label": said(target_set.label), "what": said(form.transition.label),
        "breadcrumbs": breadcrumbs(set_link(target_set), here=said(form.transition.label)),
    })  # fmt: skip
