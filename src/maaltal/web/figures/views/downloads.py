"""What is on a page, as a file: the same figures, with the same hidden."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from maaltal.core.text import Language
from maaltal.documents.delimited import as_csv
from maaltal.documents.document import Document
from maaltal.documents.json_ import as_json
from maaltal.documents.markdown import as_markdown
from maaltal.documents.xlsx import as_xlsx
from maaltal.web.figures.views.asking import UnansweredError, page_of, unanswered
from maaltal.web.figures.views.explained import explained_for
from maaltal.web.received import language

type Writer = Callable[[Document, Language], str | bytes]
WRITERS: dict[str, tuple[Writer, str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "json": (as_json, "application/json"),
    "md": (as_markdown, "text/markdown; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def status(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The unit's status, with the units right below."""
    try:
        page = page_of(request, code)
    except UnansweredError as why:
        return unanswered(request, why)
    return written(page.document, form, f"status-{code}-{page.asked.period.code}")


def steps(request: HttpRequest, code: str, figure: str, form: str) -> HttpResponse:
    """A figure explained."""
    try:
        page = page_of(request, code)
        answer = explained_for(request, page, figure)
    except UnansweredError as why:
        return unanswered(request, why)
    return written(answer.document, form, f"{figure}-{code}-{page.asked.period.code}")


def written(document: Document, form: str, name: str) -> HttpResponse:
    if form not in WRITERS:
        raise Http404(form)
    writer, kind = WRITERS[form]
    headers = {
        "Content-Disposition": f'attachment; filename="{name.encode("ascii", "replace").decode()}.{form}"'
    }
    return HttpResponse(writer(document, language()), content_type=kind, headers=headers)
