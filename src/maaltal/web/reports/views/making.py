"""A note is asked for, and made."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.text import Sentence
from maaltal.ground.errors import GroundError
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import language, path, root, today
from maaltal.web.reports.actions.publishing import publish_note
from maaltal.web.reports.examples import questions_example
from maaltal.web.reports.forms.making import NOTE_FORMS
from maaltal.web.reports.forms.note import NoteForm
from maaltal.web.reports.models import KINDS, Edition
from maaltal.web.reports.permissions import check_can_make_any_note, check_can_make_notes
from maaltal.web.reports.queries.grounds import has_small_counts, standing_on
from maaltal.web.reports.queries.templates import own_template
from maaltal.web.ui.navigation import crumbs
from maaltal.web.ui.refusals import REFUSALS, said
from maaltal.web.ui.uploads import held


def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for a note of the kind; on to its page when it is made."""
    check_can_make_any_note(actor_of(request), today())
    if kind not in NOTE_FORMS:
        raise Http404
    initial = {"question": questions_example(language())} if kind == "answer" else {}
    form = NOTE_FORMS[kind](
        standing_on(), today(), request.POST or None, request.FILES or None, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        made = _made(request, form)
        if made:
            return _on(request, made)
    called = dict(KINDS)[kind]
    shown = {
        "form": form,
        "called": called,
        "kind": kind,
        "breadcrumbs": crumbs((_("Notater"), "reports:editions"), str(called)),
    }
    return render(request, "reports/new.html", shown)


def _on(request: HttpRequest, made: list[tuple[Edition, bool]]) -> HttpResponse:
    """To the note; to the list when there are several."""
    fresh = sum(new for _edition, new in made)
    if not fresh:
        messages.info(request, _("Notatet findes allerede, med nøjagtig det samme indhold. Her er det."))
    else:
        words = ngettext(
            "Notatet er lavet og efterregnet.", "%(n)d notater er lavet og efterregnet.", fresh
        ) % {"n": fresh}
        messages.success(request, words)
    return redirect("reports:edition", made[0][0].pk) if len(made) == 1 else redirect("reports:editions")


def _made(request: HttpRequest, form: NoteForm) -> list[tuple[Edition, bool]]:
    """The editions; none when it is told in the form why not."""
    try:
        with held(form.cleaned_data["word_template"]) as (word_template,):
            return [_one(request, form, asked, word_template) for asked in form.asked()]
    except REFUSALS as problem:
        form.add_error(None, _told(problem))
        return []


def _one(
    request: HttpRequest, form: NoteForm, asked: Asked, word_template: Path | None
) -> tuple[Edition, bool]:
    actor, day, given = actor_of(request), today(), form.cleaned_data
    unit = path(asked.unit or root(), day)
    check_can_make_notes(actor, unit, day)
    ground = standing_on(given["as_known"]) if given["as_known"] else form.ground
    template = own_template(asked.kind, given["tongue"]) if given["template"] == "own" else None
    made = make(ground, asked, given["tongue"], template)
    way = Way(Path(), given["formats"], word_template, despite_findings=given["despite_findings"])
    small = has_small_counts(ground, asked)
    return publish_note(by=actor, path=unit, day=day, made=made, way=way, small=small)


def _told(problem: Exception) -> str:
    """Findings of the audit are told in the page's own words: what to do about them is another thing here."""
    if isinstance(problem, GroundError) and problem.reason == "findings":
        first = dict(problem.sentence.values).get("first")
        words = first.render(language()) if isinstance(first, Sentence) else str(first)
        return _(
            "Notatet er ikke skrevet, for efterregningen fandt fejl i det. Den første: %(first)s "
            "Ret det, hvor det står (data, måltal eller skabelon), eller sæt kryds ved at skrive det alligevel."
        ) % {"first": words}
    return said(problem)
