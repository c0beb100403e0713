"""To the service, back from it, out of it, and what it has to know of us. All of it for people who are not logged in."""

from __future__ import annotations

import logging
from typing import Any

from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from djangosaml2.cache import OutstandingQueriesCache
from djangosaml2.middleware import SamlSessionMiddleware
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.metadata import entity_descriptor
from saml2.response import AuthnResponse, StatusError

from maaltal.web.accounts.login import not_let_in
from maaltal.web.accounts.other_login import UnlinkableError
from maaltal.web.accounts.saml.leaving import keep
from maaltal.web.accounts.saml.leaving import leave as leave_by
from maaltal.web.accounts.saml.person import Person, invalid, person_in
from maaltal.web.accounts.saml.provider import Saml, provider_of

LOG = logging.getLogger("maaltal.saml")
# The service posts its answer from a page of its own, to which browsers don't give the session's cookie.
remembering = decorator_from_middleware(SamlSessionMiddleware)


@login_not_required
@require_POST
@remembering
def login(request: HttpRequest) -> HttpResponse:
    answer: HttpResponse = _provider(request).redirect_from_request(request)
    return answer


@csrf_exempt  # it is posted from the service's page; that this browser asked for it is checked instead
@login_not_required
@require_POST
@remembering
def answer(request: Any) -> HttpResponse:
    """What the service says of whoever logged in there."""
    provider = _provider(request)
    asked = OutstandingQueriesCache(request.saml_session)
    waiting = dict(asked.outstanding_queries())
    try:
        response = _checked(provider, request.POST.get("SAMLResponse", ""), waiting)
        asked.delete(response.in_response_to)
        then = waiting[response.in_response_to]
        return _let_in(request, provider, person_in(response, provider.told), then)
    except UnlinkableError as why:
        return not_let_in(request, why)
    except StatusError:
        return redirect("socialaccount_login_cancelled")


def _checked(provider: Saml, sent: str, asked: dict[str, str]) -> AuthnResponse:
    """Signed by the service, for us, in time, and an answer to what this browser asked and has not been answered."""
    if not asked:
        raise invalid()
    try:
        response = provider.client().parse_authn_request_response(sent, BINDING_HTTP_POST, dict(asked))
    except StatusError:
        raise
    except Exception as problem:  # pysaml2 raises plain Exceptions, too
        LOG.warning("SAML: et svar blev afvist (%s)", type(problem).__name__)
        raise invalid() from problem
    if response is None or response.assertion is None:
        raise invalid()
    return response


def _let_in(request: HttpRequest, provider: Saml, person: Person, then: str) -> HttpResponse:
    known = provider.sociallogin_from_response(request, person)
    known.state = {"process": AuthProcess.LOGIN, "next": then}
    page: HttpResponse = complete_social_login(request, known)
    if known.is_existing:
        keep(request, person)
    return page


@login_not_required
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Back from logging out there, or sent by the service to be logged out here."""
    provider = _provider(request)
    try:
        if "SAMLRequest" in request.GET:
            return HttpResponseRedirect(leave_by(request, provider.client()))
        sent = request.GET.get("SAMLResponse", "")
        provider.client().parse_logout_request_response(sent, BINDING_HTTP_REDIRECT)
    except Exception as problem:  # noqa: BLE001 - pysaml2 raises plain Exceptions, too
        LOG.warning("SAML: logout gik ikke som ventet (%s)", type(problem).__name__)
        messages.warning(
            request, _("Kommunens login kunne ikke logge dig helt ud. Luk browseren, når du er færdig.")
        )
    return redirect("account_login")


@login_not_required
@require_GET
def metadata(request: HttpRequest) -> HttpResponse:
    """For those who set up the service: our name, addresses and certificate."""
    told = entity_descriptor(_provider(request).client().config)
    return HttpResponse(str(told), content_type="application/samlmetadata+xml")


def _provider(request: HttpRequest) -> Saml:
    try:
        return provider_of(request)
    except SocialApp.DoesNotExist as none:
        raise Http404 from none
