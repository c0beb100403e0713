"""How people come in: by accounts that an administrator made, and by the municipality's login for those same people."""

from __future__ import annotations

from typing import Any, override

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialLogin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from maaltal.web.accounts.other_login import UnlinkableError, claims_of, kept, person_behind
from maaltal.web.accounts.sessions import came_by_other_login
from maaltal.web.trail.actions import record

SERVICE = "kommune"
"""The id of the one login service that can be configured; it stands in the address that it answers to."""
SAML = "maaltal_saml"
"""Where the session of somebody who came by SAML holds what their login service has to hear to log them out."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Local accounts."""

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    @override
    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """On to the service's own logout where they came by it; else anybody at that screen were in again by one click."""
        ours: str = super().get_logout_redirect_url(request)
        if not (request.user.is_authenticated and came_by_other_login(request)):
            return ours
        if SAML in request.session:
            return _logout_by_saml(request) or ours
        return logout_there(request, request.build_absolute_uri(ours)) or ours


class OtherLogins(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """The municipality's login: in comes whoever an administrator has made a person of that user name or e-mail address."""

    @override
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    @override
    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:
        sociallogin.account.extra_data = kept(sociallogin.account.extra_data)
        return super().populate_user(request, sociallogin, data)

    @override
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        try:
            claims = claims_of(sociallogin.account.extra_data)
            if not sociallogin.is_existing:
                _link(request, sociallogin, person_behind(claims, sociallogin.account.provider))
        except UnlinkableError as why:
            raise ImmediateHttpResponse(not_let_in(request, why)) from why


def not_let_in(request: HttpRequest, why: UnlinkableError) -> HttpResponse:
    record(who="", what="login-refused", facts={"why": why.code})
    return render(request, "accounts/not_let_in.html", {"why": str(why)}, status=403)


@transaction.atomic
def _link(request: HttpRequest, sociallogin: SocialLogin, user: Any) -> None:
    sociallogin.connect(request, user)
    record(who=user.username, what="login-linked", target=user.username)


def _logout_by_saml(request: HttpRequest) -> str:
    from maaltal.web.accounts.saml.leaving import address_of_logout  # noqa: PLC0415 - an extra, which may not be installed
    from maaltal.web.accounts.saml.provider import provider_of  # noqa: PLC0415 - likewise

    return address_of_logout(request, provider_of(request).client())


def logout_there(request: HttpRequest, back: str) -> str:
    """The service's own logout, which sends people back; empty where it has none or doesn't answer."""
    try:
        provider = get_adapter().get_provider(request, SERVICE)
        address = provider.get_oauth2_adapter(request).openid_config.get("end_session_endpoint")
    except requests.RequestException:
        return ""
    asked = urlencode({"client_id": provider.app.client_id, "post_logout_redirect_uri": back})
    return f"{address}{'&' if '?' in address else '?'}{asked}" if address else ""
