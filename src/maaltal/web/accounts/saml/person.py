"""What a checked assertion says of whoever logged in. Nothing else in it is looked at, and little of this is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from saml2.ident import code
from saml2.response import AuthnResponse
from saml2.saml import NAMEID_FORMAT_TRANSIENT, Assertion

from maaltal.web.accounts.other_login import Claims, UnlinkableError
from maaltal.web.accounts.saml.entity import Told
from maaltal.web.accounts.saml.levels import LEVEL, is_enough


@dataclass(frozen=True)
class Person:
    """`claims` are named as OpenID Connect's. `name_id` and `session` are what the service has to hear to log them out."""

    claims: Claims
    name_id: str
    session: str


def person_in(response: AuthnResponse, told: Told) -> Person:
    """UnlinkableError for an assertion that is for nobody in particular, of too low a level, or of nobody."""
    assertion = response.assertion
    if not (assertion.conditions and assertion.conditions.audience_restriction):
        raise invalid()
    said = _attributes(assertion)
    if not is_enough(said.get(LEVEL, ""), told["assurance"]):
        raise UnlinkableError("assurance", _(
            "Du er logget ind hos kommunen på et lavere sikringsniveau (NSIS), end Måltal kræver. "
            "Log ind med et stærkere login, fx MitID Erhverv."))  # fmt: skip
    claims = {"preferred_username": said.get(told["username"], ""), "email": said.get(told["email"], "")}
    subject = _subject(response, claims)
    index = assertion.authn_statement[0].session_index if assertion.authn_statement else None
    return Person({"sub": subject, **claims}, code(response.name_id), index or "")


def invalid() -> UnlinkableError:
    return UnlinkableError("invalid", _(
        "Svaret fra kommunens login kunne ikke godkendes. Prøv at logge ind igen fra begyndelsen; "
        "sker det igen, så sig det til kommunens administrator."))  # fmt: skip


def _subject(response: AuthnResponse, claims: Claims) -> str:
    """What they are known by the next time; a name that only holds for this login is no use for that."""
    if response.name_id.format != NAMEID_FORMAT_TRANSIENT:
        return str(response.name_id.text).strip()
    lasting = str(claims["preferred_username"] or claims["email"]).lower()
    if not lasting:
        raise invalid()
    return lasting


def _attributes(assertion: Assertion) -> dict[str, str]:
    """The first value of each, by its full name."""
    stated = [one for statement in assertion.attribute_statement for one in statement.attribute]
    return {one.name: (one.attribute_value[0].text or "").strip() for one in stated if one.attribute_value}
