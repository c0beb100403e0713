"""How somebody comes in, and what an administrator can do about it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.documents.numbers import short_moment
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.models import User
from maaltal.web.accounts.permissions import can_manage_login
from maaltal.web.accounts.queries import places
from maaltal.web.received import language


@dataclass(frozen=True)
class Change:
    """Something that one button does."""

    button: str
    explanation: str
    address: str


@dataclass(frozen=True)
class Card:
    """`changes` is empty when the reader may not change it."""

    facts: tuple[tuple[str, str], ...]
    open: bool
    changes: tuple[Change, ...]


def card_of(user: User, actor: Actor, day: date) -> Card:
    linked, in_two_steps = SocialAccount.objects.filter(user=user).exists(), is_mfa_enabled(user)
    facts = (
        (_("Brugernavn"), user.username),
        (_("E-mailadresse"), user.email or "–"),
        (_("Kommer ind med"), _ways(user, linked)),
        (_("Login i to trin"), _("Slået til") if in_two_steps else _("Ikke slået til")),
        (_("Loggede sidst ind"), short_moment(user.last_login, language()) if user.last_login else _("Aldrig")),
    )  # fmt: skip
    may = can_manage_login(actor, user.username, places(user, day), day)
    return Card(facts, user.is_active, _changes(user, linked, in_two_steps) if may else ())


def _ways(user: User, linked: bool) -> str:
    own = _("adgangskode, som skal skiftes") if user.must_change_password else _("adgangskode")
    held = [own] if user.has_usable_password() else []
    held.append(_("kommunens login") if linked else _("kommunens login (endnu ikke brugt)"))
    return ", ".join(held)


def _changes(user: User, linked: bool, in_two_steps: bool) -> tuple[Change, ...]:
    """Those that there is something to do for."""
    if not user.is_active:
        return (
            _change(
                user, "aabn", _("Åbn kontoen"), _("Personen kan logge ind igen og får sine roller tilbage.")
            ),
        )
    possible = (
        (True, Change(_("Giv en ny adgangskode"),
                      _("Til en, der har glemt sin. Den vises én gang og skiftes ved næste login. Personen bliver logget ud overalt."),
                      reverse("accounts:password", args=[user.pk]))),
        (True, _change(user, "log-ud", _("Log personen ud overalt"),
                       _("Fx når en computer eller telefon er væk. Personen kan logge ind igen."))),
        (in_two_steps, _change(user, "to-trin", _("Nulstil login i to trin"),
                       _("Til en, der har mistet sin telefon. Personen bliver logget ud og slår det selv til igen."))),
        (linked, _change(user, "kobling", _("Fjern koblingen til kommunens login"),
                       _("Næste login hos kommunen kobles på ny efter brugernavn eller e-mailadresse."))),
        (True, _change(user, "luk", _("Luk kontoen"),
                       _("Til en, der er holdt op. Personen bliver logget ud, kan ikke logge ind, og rollerne hviler. Kontoen kan åbnes igen."))),
    )  # fmt: skip
    return tuple(change for there, change in possible if there)


def _change(user: User, change: str, button: str, explanation: str) -> Change:
    return Change(button, explanation, reverse("accounts:login", args=[user.pk, change]))
