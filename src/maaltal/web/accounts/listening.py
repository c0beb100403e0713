"""What allauth does for people is in the trail too."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

from maaltal.web.accounts.models import User
from maaltal.web.trail.actions import record


@receiver(user_logged_in)
def logged_in(user: User, sociallogin: Any = None, **_: object) -> None:
    way = "service" if sociallogin else "password"
    record(who=user.username, what="logged-in", target=user.username, facts={"by": way})


@receiver(user_login_failed)
def login_failed(credentials: dict[str, Any], **_: object) -> None:
    """Of people that there are. What else is typed into the field may be anything, a password too."""
    typed = str(credentials.get("username", ""))
    if known := User.objects.filter(username__iexact=typed).first():
        record(who="", what="login-failed", target=known.username)


@receiver(password_changed)
def own_password(user: User, **_: object) -> None:
    user.must_change_password = False
    user.save(update_fields=["must_change_password"])
    record(who=user.username, what="password-changed", target=user.username)


@receiver(authenticator_added)
def second_step_on(user: User, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record(who=user.username, what="second-step-on", target=user.username)


@receiver(authenticator_removed)
def second_step_off(user: User, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record(who=user.username, what="second-step-off", target=user.username)
