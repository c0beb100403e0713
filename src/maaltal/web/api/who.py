"""Who asks: a system by its key, or a person who is logged in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja.security import HttpBearer

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.queries import actor_of
from maaltal.web.api.keys import find_key
from maaltal.web.received import today

type View = Callable[..., HttpResponse]


class KeyOrLogin(HttpBearer):
    """A person's own login serves too: every question only reads, so that no other site can do harm with it."""

    openapi_description = "system key"

    @override
    def __call__(self, request: HttpRequest) -> Any | None:
        if request.headers.get("Authorization"):
            return super().__call__(request)
        return actor_of(request) if request.user.is_authenticated else None

    @override
    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        found = find_key(token, today())
        if found is None:
            return None
        request.system = found.start  # type: ignore[attr-defined] # for the log
        return found.to_core()


def asking(request: HttpRequest) -> Actor:
    """Whom `KeyOrLogin` let in."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


def in_asked_language(view: View) -> View:
    """Systems have no cookie: a question that prefers English is answered in it."""

    def answered(request: HttpRequest, **words: Any) -> HttpResponse:
        preferred = request.headers.get("Accept-Language", "").lower()
        code = "en" if preferred.startswith("en") else translation.get_language()
        with translation.override(code):
            answer = view(request, **words)
            answer["Content-Language"] = code or "da"
            return answer

    return answered
