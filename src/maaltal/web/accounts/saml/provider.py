"""SAML as one of allauth's ways in, so that it shows its button, links, asks for a second step and is undone as the others."""

from __future__ import annotations

from typing import Any, override

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess, Provider, ProviderAccount
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from djangosaml2.cache import OutstandingQueriesCache
from djangosaml2.utils import get_location
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.xmldsig import SIG_RSA_SHA256

from maaltal.web.accounts.saml.entity import Told, client, identity_provider
from maaltal.web.accounts.saml.person import Person


class Saml(Provider):  # type: ignore[misc]  # allauth publishes no types
    """The one identity provider that the settings name."""

    id = "saml"
    name = "SAML"
    supports_redirect = True
    account_class = ProviderAccount

    def __init__(self, request: HttpRequest, app: Any) -> None:
        super().__init__(request, app=app)
        self.name = app.name

    @property
    def told(self) -> Told:
        told: Told = self.app.settings
        return told

    def client(self) -> Saml2Client:
        return client(self.told, self.request.build_absolute_uri)

    @override
    def get_login_url(self, request: HttpRequest, **kwargs: str) -> str:
        return f"{reverse('saml_login')}?{urlencode(kwargs)}"

    @override
    def redirect(
        self, request: Any, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """On to the service with a signed request. Its number is remembered: only an answer to it will be listened to."""
        asks = self.client()
        number, sent = asks.prepare_for_authenticate(
            entityid=identity_provider(asks), binding=BINDING_HTTP_REDIRECT, response_binding=BINDING_HTTP_POST,
            sign=True, sigalg=SIG_RSA_SHA256,
        )  # fmt: skip
        OutstandingQueriesCache(request.saml_session).set(number, next_url or "")
        return HttpResponseRedirect(get_location(sent))

    @override
    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Always to log in: nobody links themselves."""
        asked: dict[str, Any] = super().get_redirect_from_request_kwargs(request)
        return asked | {"process": AuthProcess.LOGIN}

    @override
    def extract_uid(self, data: Person) -> str:
        return str(data.claims["sub"])

    @override
    def extract_extra_data(self, data: Person) -> dict[str, Any]:
        return {"assertion": dict(data.claims)}


def provider_of(request: HttpRequest) -> Saml:
    """As configured. SocialApp.DoesNotExist where it is not. A new process has not yet looked its ways in up by name."""
    return Saml(request, app=get_adapter().get_app(request, provider=Saml.id))


provider_classes = [Saml]
