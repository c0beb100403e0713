"""The questions that the API answers. Each asks the permission that the page of the same thing asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Schema

from maaltal.web.api import figures, listed, schemas
from maaltal.web.api.asked import Figures
from maaltal.web.api.forms_of_answer import as_csv, as_json_stat
from maaltal.web.api.paging import page, same
from maaltal.web.api.problems import Problem, UnansweredError, tell_problems
from maaltal.web.api.schemas import Paging
from maaltal.web.api.who import KeyOrLogin, asking
from maaltal.web.received import organisation, root, today
from maaltal.web.registry import queries as registry
from maaltal.web.registry.permissions import check_can_see_organisation

CSV, JSON_STAT = "text/csv; charset=utf-8", "application/json"
api = NinjaAPI(
    title="Måltal", version="1", auth=KeyOrLogin(), docs_url=None, openapi_url=None, urls_namespace="maaltal-api",
)  # fmt: skip
tell_problems(api)
PROBLEMS: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 422: Problem, 503: Problem}


class UnitsAsked(Schema):
    day: date | None = None
    within: str | None = None


class TargetsAsked(Schema):
    year: int | None = None
    target_set: str | None = None
    unit: str | None = None
    group: str | None = None


def answers(kind: Any) -> dict[int, Any]:
    return {200: kind, **PROBLEMS}


@api.get(
    "/units",
    response=answers(schemas.Page[schemas.UnitRow]),
    url_name="v1-units",
)
def units(request: HttpRequest, asked: Query[UnitsAsked], paging: Query[Paging]) -> Any:
    check_can_see_organisation(asking(request), today())
    day = asked.day or today()
    top = asked.within or root()
    if top not in organisation().versions:
        raise UnansweredError(
            404, _("Organisationen har ingen enhed med den kode. /api/v1/units viser dem, der er.")
        )
    return page(request, paging, registry.below(top, day), lambda place: listed.unit_row(place, day))


@api.get(
    "/targets",
    response=answers(schemas.Page[schemas.TargetRow]),
    url_name="v1-targets",
)
def targets(request: HttpRequest, asked: Query[TargetsAsked], paging: Query[Paging]) -> Any:
    rows = listed.target_rows(asking(request), today(), **asked.model_dump())
    return page(request, paging, rows, same)


@api.get("/measurements", response=answers(schemas.Page[schemas.MeasurementRow]), url_name="v1-measurements",)  # fmt: skip
def measurements(request: HttpRequest, asked: Query[Figures], paging: Query[Paging]) -> Any:
    rows = tuple(figures.measurements(figures.counted(asked, asking(request), today())))
    return page(request, paging, rows, same)


def content(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    """That an answer is something other than ninja would say."""
    return {"responses": {200: {"description": "OK", "content": {kind: {"schema": schema}}}}}


@api.get("/measurements.csv", response=PROBLEMS, url_name="v1-measurements-csv",
         openapi_extra=content("text/csv", {"type": "string"}))  # fmt: skip
def measurements_csv(request: HttpRequest, asked: Query[Figures]) -> HttpResponse:
    rows = tuple(figures.measurements(figures.counted(asked, asking(request), today())))
    answer = HttpResponse(as_csv(rows), content_type=CSV)
    answer["Content-Disposition"] = 'attachment; filename="maalinger.csv"'
    return answer


@api.get("/measurements.json-stat", response=PROBLEMS, url_name="v1-measurements-json-stat",
         openapi_extra=content(JSON_STAT, {"type": "object", "required": ["version", "class", "id", "size", "value", "dimension"]}))  # fmt: skip
def measurements_json_stat(request: HttpRequest, asked: Query[Figures]) -> HttpResponse:
    rows = tuple(figures.measurements(figures.counted(asked, asking(request), today())))
    return JsonResponse(as_json_stat(rows))


@api.get("/fulfilment", response=answers(schemas.Page[schemas.FulfilmentRow]), url_name="v1-fulfilment",)  # fmt: skip
def fulfilment(request: HttpRequest, asked: Query[Figures], paging: Query[Paging]) -> Any:
    rows = tuple(figures.fulfilments(figures.counted(asked, asking(request), today())))
    return page(request, paging, rows, same)


@api.get(
    "/batches",
    response=answers(schemas.Page[schemas.BatchRow]),
    url_name="v1-batches",
)
def batches(request: HttpRequest, paging: Query[Paging]) -> Any:
    return page(request, paging, listed.batch_rows(asking(request), today()), same)


@api.get(
    "/reports",
    response=answers(schemas.Page[schemas.ReportRow]),
    url_name="v1-reports",
)
def reports(request: HttpRequest, paging: Query[Paging]) -> Any:
    return page(request, paging, listed.report_rows(asking(request), today()), same)
