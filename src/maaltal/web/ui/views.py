"""The language switch, and the gallery of components."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from maaltal.web.ui.documents import note_style
from maaltal.web.ui.gallery import samples


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the chosen language in a cookie, and go back to the page."""
    back, code = request.POST.get("next", "/"), request.POST.get("language", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "/")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 24 * 3600, httponly=True, samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )  # fmt: skip
    return response


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once; not in production."""
    if settings.MAALTAL_MODE == "production":
        raise Http404
    return render(request, "ui/gallery.html", samples(request.GET))


@cache_control(max_age=3600)
def style(_request: HttpRequest) -> HttpResponse:
    """The looks of notes inside pages."""
    return HttpResponse(note_style(), content_type="text/css; charset=utf-8")
