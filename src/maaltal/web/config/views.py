"""The front page, and the pages that say why there is none."""

import sys
from http import HTTPStatus

from allauth.account import views as allauth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from requests import RequestException

from maaltal.web.accounts.models import User
from maaltal.web.config.context import municipality, navigation
from maaltal.web.config.full import is_full


def front(request: HttpRequest) -> HttpResponse:
    """On to the first page that this person may see; without any right, a page that says whom to ask."""
    found = navigation(request)
    return redirect(found[0].address) if found else render(request, "config/no_rights.html", status=403)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "config/refused.html", {"why": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's form
    return render(request, "config/not_found.html", status=404)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's form
    """A form came without the token that its page had: somebody logged in or out since, or the browser keeps no cookies."""
    return render(request, "config/stale.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "config/too_many.html", status=429)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's form
    return _frameless(request, "config/unreadable.html", 400)


def failed(request: HttpRequest) -> HttpResponse:
    if is_full(sys.exception()):
        return _frameless(request, "config/no_room.html", HTTPStatus.INSUFFICIENT_STORAGE)
    if isinstance(sys.exception(), RequestException):  # the one thing that the program asks others for
        return _frameless(request, "config/no_login_service.html", HTTPStatus.BAD_GATEWAY)
    return _frameless(request, "config/failed.html", 500)


def _frameless(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Without what a page's frame asks for: the database may be what failed, or nothing is known of who asks."""
    known = {"municipality": municipality(), "mode": settings.MAALTAL_MODE, "request": request}
    return HttpResponse(render_to_string(template, known), status=status)


def account(request: HttpRequest) -> HttpResponse:
    """What everybody can change of their own."""
    return render(request, "config/account.html")


def change_password(request: HttpRequest) -> HttpResponse:
    """Only who has a password can change it; the others have theirs at the municipality's login. On to where they were going."""
    if not (isinstance(request.user, User) and request.user.has_usable_password()):
        return redirect("account")
    first_time = request.user.must_change_password
    answer: HttpResponse = allauth.password_change(request)
    if answer.status_code == HTTPStatus.FOUND:
        return redirect("front" if first_time else "account")
    return answer
