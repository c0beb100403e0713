"""What holds for every page, whichever app answers: what cannot be an address is refused, and no browser keeps an answer."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

type Answer = Callable[[HttpRequest], HttpResponse]

NUL = "\0"
QUESTIONS = "/api/v1/"
"""These say themselves, in their own form, what they cannot read."""


def kept_nowhere(get_response: Answer) -> Answer:
    """A middleware: pages and files name people and tell of few, and many share a machine; "back" after logout shows none."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return answered


def readable_address(get_response: Answer) -> Answer:
    """A middleware: no address of ours holds a NUL, and PostgreSQL would fail on being asked for it."""

    def answered(request: HttpRequest) -> HttpResponse:
        asked = [request.path, *(word for pair in request.GET.lists() for word in (pair[0], *pair[1]))]
        if any(NUL in word for word in asked) and not request.path.startswith(QUESTIONS):
            raise BadRequest
        return get_response(request)

    return answered
