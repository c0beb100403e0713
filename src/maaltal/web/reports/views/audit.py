"""A finished note re-checked, and its findings beside its lines."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from maaltal.documents.numbers import show
from maaltal.intake.notes.formats.unreadable import UnreadableError
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import language, today
from maaltal.web.reports.actions.auditing import audit_note, forget_old
from maaltal.web.reports.actions.auditing import forget as forget_audit
from maaltal.web.reports.forms.small import AuditForm
from maaltal.web.reports.models import Audited
from maaltal.web.reports.permissions import check_can_audit
from maaltal.web.reports.presenters.audit import shown_audit
from maaltal.web.ui.documents import attachment
from maaltal.web.ui.navigation import crumbs
from maaltal.web.ui.uploads import held

FORMS = ("json", "html")


def audit(request: HttpRequest) -> HttpResponse:
    """Drop a note in."""
    actor, day = actor_of(request), today()
    check_can_audit(actor, day)
    form = AuditForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        try:
            with held(note) as (file,):
                found = audit_note(by=actor, day=day, file=file or Path(), name=note.name)
        except UnreadableError as problem:
            form.add_error("note", problem.message.render(language(), show))
        else:
            return redirect("reports:audited", found.pk)
    forget_old()
    earlier = Audited.objects.filter(by=actor.name)[:10]
    return render(request, "reports/audit.html", {"form": form, "earlier": earlier})


def audited(request: HttpRequest, audited_id: UUID) -> HttpResponse:
    """The findings, and the note's lines with them."""
    found = _find(request, audited_id)
    explained = "alt" in request.GET
    trail = crumbs((_("Efterregning"), "reports:audit"), found.document)
    shown = {
        "audited": found,
        "audit": shown_audit(found, language(), explained=explained),
        "breadcrumbs": trail,
    }
    return render(request, "reports/audited.html", shown)


def fetch(request: HttpRequest, audited_id: UUID, form: str) -> HttpResponse:
    found = _find(request, audited_id)
    if form not in FORMS:
        raise Http404
    content = found.as_json if form == "json" else found.as_html[language()]
    return attachment(content.encode(), f"{_('efterregning')}.{form}")


@require_POST
def forget(request: HttpRequest, audited_id: UUID) -> HttpResponse:
    """Delete what was found."""
    forget_audit(by=actor_of(request), day=today(), audited_id=audited_id)
    messages.success(request, _("Efterregningen er slettet."))
    return redirect("reports:audit")


def _find(request: HttpRequest, audited_id: UUID) -> Audited:
    """What was found for this person, no older than it is kept; nobody opens another's."""
    check_can_audit(actor_of(request), today())
    forget_old()
    return get_object_or_404(Audited, pk=audited_id, by=actor_of(request).name)
