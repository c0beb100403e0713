"""Editions: listed, read, fetched, shared, verified."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from maaltal.documents.notes.verified import verified_document
from maaltal.ground.errors import GroundError
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import language, root, today
from maaltal.web.reports.actions.handing import fetch_file, record_sent, share_edition
from maaltal.web.reports.forms.small import RecogniseForm, SentForm
from maaltal.web.reports.models import Edition
from maaltal.web.reports.permissions import (
    can_edit_templates,
    can_make_any_note,
    can_make_notes,
    check_can_make_notes,
    check_can_read_edition,
    check_can_see_notes,
)
from maaltal.web.reports.presenters.editions import (
    editions_table,
    handings_table,
    kinds,
    period,
    shown_edition,
)
from maaltal.web.reports.queries import editions as queries
from maaltal.web.ui.documents import article, article_of, attachment
from maaltal.web.ui.navigation import Link, crumbs
from maaltal.web.ui.refusals import said


def editions(request: HttpRequest) -> HttpResponse:
    """Every edition that the reader may open, and what new ones can be made."""
    actor, day = actor_of(request), today()
    check_can_see_notes(actor, day)
    shown = {
        "table": editions_table(queries.readable(actor, day), day),
        "kinds": kinds() if can_make_any_note(actor, day) else (),
        "may_edit_templates": can_edit_templates(actor, (root(),), day),
    }
    return render(request, "reports/editions.html", shown)


def edition(request: HttpRequest, edition_id: int) -> HttpResponse:
    """One edition: its files, what it is made of, who got it, and the note itself."""
    found, path = _find(request, edition_id)
    actor, day = actor_of(request), today()
    may_make = can_make_notes(actor, path, day)
    shown = {
        "edition": shown_edition(found, queries.frozen(found), day),
        "handings": handings_table(list(found.handings.all())) if may_make else None,
        "form": SentForm(initial={"on": day}) if may_make else None,
        "may_share": may_make and found.shared_at is None,
        "note": article_of((found.path / f"{found.name}.html").read_text("utf-8")),
        "breadcrumbs": crumbs(
            (_("Notater"), "reports:editions"), f"{found.get_kind_display()} {period(found)}"
        ),
    }
    return render(request, "reports/edition.html", shown)


def fetch(request: HttpRequest, edition_id: int, name: str) -> HttpResponse:
    """A file of the edition; that it was fetched is written down."""
    found, path = _find(request, edition_id)
    file = get_object_or_404(found.files, name=name)
    return attachment(fetch_file(by=actor_of(request), file=file, path=path, day=today()), file.name)


@require_POST
def share(request: HttpRequest, edition_id: int) -> HttpResponse:
    found, path = _find(request, edition_id)
    share_edition(by=actor_of(request), edition=found, path=path, day=today())
    messages.success(request, _("Notatet er delt med alle, der må se dets tal."))
    return redirect("reports:edition", found.pk)


@require_POST
def sent(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Write down that somebody got it."""
    found, path = _find(request, edition_id)
    check_can_make_notes(actor_of(request), path, today())
    form = SentForm(request.POST)
    if form.is_valid():
        record_sent(by=actor_of(request), edition=found, path=path, day=today(), **form.cleaned_data)
        messages.success(request, _("Det er noteret, hvem der har fået notatet."))
    else:
        messages.error(request, _("Skriv en modtager, og den dag notatet blev sendt."))
    return redirect("reports:edition", found.pk)


def verification(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Whether its figures still follow from the data, as known then and as known now."""
    found, path = _find(request, edition_id)
    check_can_make_notes(actor_of(request), path, today())
    back = _back(found)
    try:
        verified = queries.verify(found, found.files.get(name=f"{found.name}.html"))
    except GroundError as problem:
        return render(
            request,
            "reports/verification.html",
            {"why": said(problem), "breadcrumbs": back, "edition": found},
        )
    shown = {
        "edition": found, "verified": verified, "article": article(verified_document(verified), language()),
        "breadcrumbs": back,
    }  # fmt: skip
    return render(request, "reports/verification.html", shown)


def recognise(request: HttpRequest) -> HttpResponse:
    """Which edition a file is, by its bytes. The file is not kept."""
    actor, day = actor_of(request), today()
    check_can_see_notes(actor, day)
    form = RecogniseForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = queries.with_the_bytes(hashlib.sha256(form.cleaned_data["note"].read()).hexdigest())
        if file is not None and file.edition in queries.readable(actor, day):
            messages.success(request, _("Filen er denne udgave, uændret."))
            return redirect("reports:edition", file.edition.pk)
        form.add_error(
            "note",
            _(
                "Filen er ingen af de udgaver, som du kan åbne. Den er lavet et andet sted, eller den er ændret siden."
            ),
        )
    trail = crumbs((_("Notater"), "reports:editions"), _("Hvilken udgave er det?"))
    return render(request, "reports/recognise.html", {"form": form, "breadcrumbs": trail})


def _find(request: HttpRequest, edition_id: int) -> tuple[Edition, tuple[str, ...]]:
    """The edition, when the reader may open it, and its unit's path."""
    actor, day = actor_of(request), today()
    check_can_see_notes(actor, day)
    found = get_object_or_404(Edition, pk=edition_id)
    path = queries.place(found.unit, day)
    check_can_read_edition(actor, found, path, day)
    if not found.record.exists():
        raise Http404
    return found, path


def _back(edition: Edition) -> tuple[Link, ...]:
    notes, here = crumbs((_("Notater"), "reports:editions"), _("Efterprøvning"))
    return (notes, Link(edition.name, reverse("reports:edition", args=[edition.pk])), here)
