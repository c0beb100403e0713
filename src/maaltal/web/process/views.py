"""Files: what was loaded, what is on its way, and everything that can be done with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from maaltal.store import StoreError
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.accounts.queries import actor_of
from maaltal.web.process import actions, folder, queries
from maaltal.web.process.findings_csv import findings_csv
from maaltal.web.process.forms import SendForm, TakeBackForm
from maaltal.web.process.models import CHECKING, SentFile, Upload
from maaltal.web.process.permissions import can_load_files, check_can_load_files, check_can_see_batches
from maaltal.web.process.presenters.batches import batch_page, history_table
from maaltal.web.process.presenters.uploads import under_way_table, upload_page
from maaltal.web.process.words import for_page
from maaltal.web.process.work import key
from maaltal.web.received import language, root, today
from maaltal.web.trail.actions import record_look
from maaltal.web.ui.navigation import Link


def history(request: HttpRequest) -> HttpResponse:
    """What was loaded; for those who load, what is on its way too."""
    actor = actor_of(request)
    check_can_see_batches(actor, today())
    may_load = can_load_files(actor, whole(), today())
    shown = {
        "table": history_table(queries.history()),
        "under_way": under_way_table(queries.under_way()) if may_load else None,
        "may_load": may_load,
    }
    return render(request, "process/history.html", shown)


def send(request: HttpRequest) -> HttpResponse:
    """The form, and what was sent with it."""
    check_can_load_files(actor_of(request), whole(), today())
    form = SendForm(request.POST or None, request.FILES or None) if request.method == "POST" else SendForm()
    if request.method == "POST" and form.is_valid():
        sent = actions.send_files(by=actor_of(request), path=whole(), day=today(), **form.said)
        return redirect("process:upload", sent.id)
    shown = {
        "form": form,
        "no_key": key() is None,
        "breadcrumbs": crumbs(_("Send filer")),
        "hours": KEPT_HOURS,
    }
    return render(request, "process/send.html", shown)


def upload(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """What is being done with the files, what was found in them, and what can be done next."""
    check_can_load_files(actor_of(request), whole(), today())
    found = get_object_or_404(Upload.objects.prefetch_related("files", "jobs"), pk=upload_id)
    page = upload_page(found)
    answer = render(request, "process/upload.html", {"page": page, "breadcrumbs": crumbs(page.title)})
    if not page.progress:  # whoever followed the progress alone gets all that came out of it
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#upload"
    return answer


@require_POST
def check(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    return _do(request, upload_id, actions.check_again)


@require_POST
def load(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    return _do(request, upload_id, actions.ask_to_load)


@require_POST
def discard(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    answer = _do(request, upload_id, actions.discard)
    return redirect("process:history") if Upload.objects.get(pk=upload_id).state == "discarded" else answer


def _do(request: HttpRequest, upload_id: UUID, action: Any) -> HttpResponse:
    check_can_load_files(actor_of(request), whole(), today())
    found = get_object_or_404(Upload, pk=upload_id)
    try:
        action(by=actor_of(request), path=whole(), day=today(), upload=found)
    except actions.NotNowError as why:
        messages.warning(request, str(why))
    return redirect("process:upload", upload_id)


def findings_of_file(request: HttpRequest, upload_id: UUID, number: int) -> HttpResponse:
    """Every finding of a checked file."""
    check_can_load_files(actor_of(request), whole(), today())
    file = get_object_or_404(
        SentFile.objects.exclude(upload__state=CHECKING), upload_id=upload_id, number=number
    )
    found = queries.findings_in(folder.checked_folder(file), file.name)
    return _csv(findings_csv(found, language()), f"fund-{number}.csv")


def batch(request: HttpRequest, batch_id: str) -> HttpResponse:
    """What a batch is made of; for those who load, what was found in it."""
    actor = actor_of(request)
    check_can_see_batches(actor, today())
    found = _batch(batch_id)
    page = batch_page(found, may_load=can_load_files(actor, whole(), today()))
    return render(request, "process/batch.html", {"page": page, "breadcrumbs": crumbs(found.batch.id)})


def findings_of_batch(request: HttpRequest, batch_id: str) -> HttpResponse:
    check_can_load_files(actor_of(request), whole(), today())
    found = _batch(batch_id).batch
    return _csv(
        findings_csv(queries.findings_in(found.folder, found.file), language()), f"{found.id}-fund.csv"
    )


def rejected(request: HttpRequest, batch_id: str) -> HttpResponse:
    """The rejected rows, to be mended and sent again. They are about persons, so that it is written who saw them."""
    actor = actor_of(request)
    check_can_load_files(actor, whole(), today())
    found = _batch(batch_id).batch
    rows = queries.rejected_rows(found)
    if rows is None:
        raise Http404
    content, persons = rows
    record_look(who=actor.name, persons=persons, why=f"Afviste rækker i {found.id}", unit=root())
    return _csv(content, f"{found.id}-afvist.csv")


def take_back(request: HttpRequest, batch_id: str) -> HttpResponse:
    """Ask why, and take the batch back."""
    actor = actor_of(request)
    check_can_load_files(actor, whole(), today())
    found = _batch(batch_id)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _taken_back(request, actor, whole(), batch_id, form.cleaned_data["reason"])
    above = Link(found.batch.id, reverse("process:batch", args=[batch_id]))
    shown = {
        "form": form, "page": batch_page(found, may_load=False),
        "breadcrumbs": (*crumbs("")[:-1], above, Link(_("Tag tilbage"), "")),
    }  # fmt: skip
    return render(request, "process/take_back.html", shown)


def _taken_back(request: HttpRequest, actor: Actor, path: Path, batch_id: str, reason: str) -> HttpResponse:
    try:
        actions.take_back(by=actor, path=path, day=today(), batch=batch_id, reason=reason)
        messages.success(request, _("Leverancen er taget tilbage. Fra nu af tæller den ikke med."))
    except StoreError as problem:
        messages.error(request, for_page(problem.sentence, language()))
    return redirect("process:batch", batch_id)


def whole() -> Path:
    """Where files belong: the whole municipality."""
    return (root(),)


def crumbs(here: str) -> tuple[Link, ...]:
    return Link(_("Filer"), reverse("process:history")), Link(here, "")


def _batch(batch_id: str) -> queries.History:
    found = queries.one_batch(batch_id)
    if found is None:
        raise Http404
    return found


def _csv(content: bytes | str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


KEPT_HOURS = int(folder.KEPT_FOR.total_seconds() // 3600)
