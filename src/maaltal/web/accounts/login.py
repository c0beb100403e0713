"""How people come in: allauth's adapters. Nobody signs up; an administrator makes the account."""

from __future__ import annotations

from typing import override

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Local accounts."""

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class OtherLogins(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Accounts of the municipality's login service: they come in if an administrator has made a person of that name."""

    @override
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False
