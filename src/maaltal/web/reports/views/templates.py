"""The municipality's own templates, looked over before they are kept."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from maaltal.core.text import Language
from maaltal.documents.notes.check import Typed, typed_numbers
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.notes.template import KINDS as NAMES
from maaltal.documents.notes.template import Kind, Template, built_in
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import root, today
from maaltal.web.reports.actions.templates import save_template
from maaltal.web.reports.forms.small import TemplateForm
from maaltal.web.reports.models import KINDS
from maaltal.web.reports.permissions import check_can_edit_templates
from maaltal.web.reports.presenters.templates import templates_table
from maaltal.web.reports.queries import templates as queries
from maaltal.web.ui.documents import attachment
from maaltal.web.ui.navigation import crumbs
from maaltal.web.ui.refusals import said


def templates(request: HttpRequest) -> HttpResponse:
    """Which texts the notes are said with."""
    _check(request)
    trail = crumbs((_("Notater"), "reports:editions"), _("Skabeloner"))
    return render(request, "reports/templates.html", {"table": templates_table(), "breadcrumbs": trail})


def edit(request: HttpRequest, kind: str, tongue: str) -> HttpResponse:
    """A template's text: looked over, and kept when it can be used."""
    _check(request)
    name, language = _known(kind, tongue)
    own = queries.own_text(kind, tongue)
    started = {"text": own.text if own else built_in(name, language).text}
    form = TemplateForm(request.POST or None, request.FILES or None, initial=started)
    shown: dict[str, object] = {"kind": kind, "tongue": tongue, "called": dict(KINDS)[kind], "own": own}
    if request.method == "POST" and "built-in" in request.POST:
        return _keep(request, name, language, "")
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["file"] or form.cleaned_data["text"].replace("\r\n", "\n")
        form = TemplateForm(initial={"text": text})
        looked = _looked_over(Template(f"{kind}.{tongue}.md", text), name, language)
        keep = "keep" in request.POST and "problem" not in looked
        if keep and (not looked["typed"] or "despite" in request.POST):
            return _keep(request, name, language, text)
        shown |= looked
    shown |= {
        "form": form,
        "breadcrumbs": crumbs(
            (_("Notater"), "reports:editions"), (_("Skabeloner"), "reports:templates"), str(shown["called"])
        ),
    }
    return render(request, "reports/template.html", shown)


def fetch(request: HttpRequest, kind: str, tongue: str) -> HttpResponse:
    """The text that holds, as a file."""
    _check(request)
    name, language = _known(kind, tongue)
    own = queries.own_text(kind, tongue)
    text = own.text if own else built_in(name, language).text
    return attachment(text.encode(), f"{kind}.{tongue}.md")


def _looked_over(template: Template, kind: Kind, language: Language) -> dict[str, object]:
    """What is wrong with it, which numbers are typed in it, and which note it was tried on."""
    try:
        typed: tuple[Typed, ...] = tuple(typed_numbers(template))
        trial = queries.try_out(template, kind, language)
    except TemplateError as problem:
        return {"problem": said(problem), "line": problem.line}
    return {"looked": True, "typed": typed, "tried": trial.edition}


def _keep(request: HttpRequest, kind: Kind, language: Language, text: str) -> HttpResponse:
    save_template(by=actor_of(request), path=(root(),), day=today(), kind=kind, language=language, text=text)
    messages.success(
        request,
        _("Skabelonen er gemt. Nye notater bruger den.")
        if text
        else _("Nye notater bruger igen den indbyggede skabelon."),
    )
    return redirect("reports:templates")


def _check(request: HttpRequest) -> None:
    check_can_edit_templates(actor_of(request), (root(),), today())


def _known(kind: str, tongue: str) -> tuple[Kind, Language]:
    if kind not in NAMES or tongue not in ("da", "en"):
        raise Http404
    return kind, cast("Language", tongue)
