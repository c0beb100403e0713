"""What went wrong, as application/problem+json (RFC 9457): one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, ValidationError

from maaltal.ground.errors import GroundError
from maaltal.store.errors import StoreError
from maaltal.web.accounts.permissions import Denied
from maaltal.web.ui.refusals import said

TITLES = {
    401: gettext_noop("Ingen adgang uden nøgle"),
    403: gettext_noop("Det må du ikke"),
    404: gettext_noop("Findes ikke"),
    405: gettext_noop("Den vej er der ikke"),
    422: gettext_noop("Spørgsmålet kan ikke læses"),
    503: gettext_noop("Tallene kan ikke læses nu"),
}
REASONS = {"question": 422, "no-data": 404}
"""What a refusal of the library below is answered with; whatever else is in the way is ours to mend."""


class Problem(Schema):
    type: str = "about:blank"
    title: str
    status: int
    detail: str


class UnansweredError(Exception):
    """A question that cannot be answered: the status, and the sentence."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def problem(status: int, detail: str) -> HttpResponse:
    content = Problem(title=_(TITLES[status]), status=status, detail=detail).model_dump()
    answer = JsonResponse(content, status=status, content_type="application/problem+json")
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def not_there(_request: HttpRequest, **_words: Any) -> HttpResponse:
    return problem(404, _("Adressen findes ikke i API'et. /api/ viser dem, der er."))


def wrong_way(_request: HttpRequest) -> HttpResponse:
    answer = problem(405, _("API'et læser kun: brug GET."))
    answer["Allow"] = "GET"
    return answer


def tell_problems(api: NinjaAPI) -> None:
    for kind in (
        AuthenticationError,
        Denied,
        UnansweredError,
        Http404,
        GroundError,
        StoreError,
        ValidationError,
    ):
        api.add_exception_handler(kind, told)


def told(_request: HttpRequest, error: Any) -> HttpResponse:
    """Whatever a question can end in."""
    match error:
        case AuthenticationError():
            return problem(401, no_key())
        case Denied():
            return problem(403, str(error))
        case UnansweredError():
            return problem(error.status, error.detail)
        case ValidationError():
            return problem(422, unreadable(error))
        case Http404():
            return problem(404, _("Det, der spørges om, findes ikke."))
    return problem(REASONS.get(getattr(error, "reason", ""), 503), said(error))


def no_key() -> str:
    return _(
        "Send en gyldig systemnøgle i hovedet Authorization: Bearer NØGLE. En administrator laver nøgler i Måltal."
    )


def unknown(names: Iterable[str]) -> HttpResponse:
    """A parameter that nobody reads is mostly a misspelt one, and the answer would be to another question."""
    known = ", ".join(sorted(names)) or "–"
    return problem(
        422, _("Der er en parameter, som spørgsmålet ikke har. Det har: %(known)s.") % {"known": known}
    )


def unreadable(error: ValidationError) -> str:
    """Which parameters; not what was in them."""
    names = ", ".join(dict.fromkeys(str(each["loc"][-1]) for each in error.errors))
    return _("Parameteren %(names)s kan ikke læses. /api/ viser, hvordan den skrives.") % {"names": names}
