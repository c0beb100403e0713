from collections.abc import Collection
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from maaltal.web.api import views
from maaltal.web.api.described import parameters
from maaltal.web.api.problems import not_there, unknown, wrong_way
from maaltal.web.api.routes import api
from maaltal.web.api.who import View, in_asked_language


def question(view: View) -> View:
    """A question asks for its key itself, and only reads, so that it needs no protection against other sites' forms."""

    def answered(request: HttpRequest, **words: Any) -> HttpResponse:
        return view(request, **words) if request.method == "GET" else wrong_way(request)

    return csrf_exempt(login_not_required(in_asked_language(answered)))


def answering(pattern: URLPattern) -> URLPattern:
    route = str(pattern.pattern)
    return path(f"v1/{route}", question(strict(pattern.callback, parameters(route))), name=pattern.name)


def strict(view: View, names: Collection[str]) -> View:
    def answered(request: HttpRequest, **words: Any) -> HttpResponse:
        return view(request, **words) if request.GET.keys() <= set(names) else unknown(names)

    return answered


app_name = "api"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("openapi.json", views.openapi, name="openapi"),
    path("noegler/", views.keys, name="keys"),
    path("noegler/<int:key_id>/tilbage/", views.revoke, name="revoke"),
    *(
        answering(found)
        for found in api.urls[0]
        if isinstance(found, URLPattern) and found.name != "api-root"
    ),
    re_path("^v1/.*$", question(not_there), name="v1-other"),
]
