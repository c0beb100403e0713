"""What the trail's codes are called, and how an event is told in a sentence. A new code gets its line here (a test asks for it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """`kind` is what the event is called. The sentence may name `target` and facts; a clause is added for
    each fact that is there, and one of `lacking` for each that is empty."""

    kind: Promise
    sentence: Promise
    clauses: Mapping[str, Promise] = field(default_factory=dict)
    lacking: Mapping[str, Promise] = field(default_factory=dict)


UNTIL = {"to": _("til og med %(to)s")}
DECISION = {
    "body": _("besluttet af %(body)s"),
    "day": _("den %(day)s"),
    "case": _("sag %(case)s"),
    "why": _("begrundelse: %(why)s"),
}
RECOMMENDATION = DECISION | {"body": _("behandlet i %(body)s")}
FINDINGS = {"findings": _("med %(findings)s afvigelser")}

WORDS = {
    # People and rights
    "user-created": Words(_("Person oprettet"), _("%(target)s blev oprettet"), {"name": _("med navnet %(name)s")}),
    "user-changed": Words(_("Person rettet"), _("Navn eller e-mailadresse for %(target)s blev rettet"), {"name": _("navnet er %(name)s")}),
    "role-given": Words(_("Rolle givet"), _("%(target)s fik rollen %(role)s fra og med %(from)s"), UNTIL),
    "role-ended": Words(_("Rolle afsluttet"), _("Rollen %(role)s for %(target)s blev afsluttet"), {"to": _("sidste dag er %(to)s")}),
    "account-closed": Words(_("Konto lukket"), _("Kontoen %(target)s blev lukket")),
    "account-opened": Words(_("Konto åbnet"), _("Kontoen %(target)s blev åbnet igen")),
    # Login
    "logged-in": Words(_("Logget ind"), _("%(target)s loggede ind med %(by)s")),
    "login-failed": Words(_("Login mislykket"), _("Nogen prøvede forgæves at logge ind som %(target)s")),
    "login-refused": Words(_("Login afvist"), _("Kommunens login sendte nogen, der ikke blev lukket ind: %(why)s")),
    "login-linked": Words(_("Login koblet"), _("%(target)s blev koblet til kommunens login")),
    "login-unlinked": Words(_("Kobling fjernet"), _("Koblingen mellem %(target)s og kommunens login blev fjernet")),
    "logins-ended": Words(_("Logget ud af administrator"), _("%(target)s blev logget ud overalt")),
    "password-given": Words(_("Ny adgangskode givet"), _("%(target)s fik en ny adgangskode, som skal skiftes ved næste login")),
    "password-changed": Words(_("Adgangskode skiftet"), _("%(target)s skiftede adgangskode")),
    "second-step-on": Words(_("Login i to trin slået til"), _("%(target)s slog login i to trin til")),
    "second-step-off": Words(_("Login i to trin slået fra"), _("%(target)s slog login i to trin fra")),
    "second-step-reset": Words(_("Login i to trin nulstillet"), _("Login i to trin blev nulstillet for %(target)s")),
    "system-key-given": Words(_("Systemnøgle givet"), _("Systemet %(target)s fik nøglen %(key)s… med rollen %(role)s fra og med %(from)s"), UNTIL),
    "system-key-revoked": Words(_("Systemnøgle trukket tilbage"), _("Nøglen %(key)s… til systemet %(target)s blev trukket tilbage")),
    "trail-exported": Words(_("Sporing hentet"), _("Sporingen blev hentet som %(target)s"), {"rows": _("%(rows)s linjer")}),
    # Targets
    "target-sets-seeded": Words(_("Måltal lagt ind"), _("Måltal fra kommunens definitioner blev lagt ind: %(sets)s")),
    "target-set-made": Words(_("Måltal oprettet"), _("%(target)s blev oprettet for %(years)s"), {"based_on": _("på grundlag af %(based_on)s")}),
    "target-set-changed": Words(_("Måltal rettet"), _("%(target)s blev rettet"), {"numbers": _("%(numbers)s")}),
    "target-set-adopt": Words(_("Måltal vedtaget"), _("%(target)s blev vedtaget"), DECISION),
    "target-set-amend": Words(_("Ændring af måltal vedtaget"), _("Ændringen %(target)s blev vedtaget"), DECISION),
    "target-set-recommend": Words(_("Måltal anbefalet"), _("%(target)s blev anbefalet"), RECOMMENDATION),
    "target-set-return": Words(_("Måltal sendt tilbage"), _("%(target)s blev sendt tilbage til forslag"), DECISION),
    "target-set-withdraw": Words(_("Måltal trukket tilbage"), _("%(target)s blev trukket tilbage"), DECISION),
    "target-set-reopen": Words(_("Måltal genoptaget"), _("%(target)s blev genoptaget som forslag"), DECISION),
    "target-set-annul": Words(_("Vedtagelse fortrudt"), _("Vedtagelsen af %(target)s blev fortrudt"), DECISION),
    "targets-broken-down": Words(_("Måltal brudt ned"), _("%(target)s blev brudt ned"),
        {"numbers": _("%(numbers)s"), "leaders": _("ansvarlige: %(leaders)s")}),
    # The organisation
    "post-filled": Words(_("Post besat"), _("Posten som %(target)s fra og med %(from)s"),
        {"name": _("den holdes af %(name)s"), "to": _("til og med %(to)s")}, {"name": _("den er ledig")}),
    "agreement-made": Words(_("Partnerskabsaftale oprettet"), _("Aftalen %(title)s blev oprettet"), {"goals": _("%(goals)s mål")}),
    "agreement-changed": Words(_("Partnerskabsaftale rettet"), _("Aftalen %(title)s blev rettet"), {"goals": _("%(goals)s mål")}),
    # Files
    "files-sent": Words(_("Filer sendt"), _("Filer blev sendt (indsendelse %(target)s): %(files)s")),
    "files-checked": Words(_("Filer efterprøvet"), _("Indsendelse %(target)s blev efterprøvet")),
    "files-checked-again": Words(_("Filer efterprøves igen"), _("Indsendelse %(target)s blev sat til at blive efterprøvet igen")),
    "files-load-asked": Words(_("Indlæsning bestilt"), _("Indsendelse %(target)s blev sat til at blive indlæst")),
    "files-discarded": Words(_("Filer kasseret"), _("Indsendelse %(target)s blev kasseret")),
    "files-expired": Words(_("Filer slettet efter frist"), _("Indsendelse %(target)s blev slettet, fordi den ikke blev indlæst i tide")),
    "batch-loaded": Words(_("Fil indlæst"), _("%(file)s blev indlæst som %(target)s"),
        {"accepted": _("%(accepted)s rækker"), "rejected": _("%(rejected)s lagt fra")}),
    "batch-taken-back": Words(_("Indlæsning taget tilbage"), _("%(target)s blev taget tilbage"), {"reason": _("begrundelse: %(reason)s")}),
    # Notes
    "note-made": Words(_("Notat lavet"), _("Notatet %(target)s blev lavet"),
        {"edition": _("udgave %(edition)s"), "despite_findings": _("trods afvigelser i efterregningen")}),
    "note-shared": Words(_("Notat delt"), _("Notatet %(target)s blev delt"), {"edition": _("udgave %(edition)s")}),
    "note-fetched": Words(_("Notat hentet"), _("Notatet %(target)s blev hentet"),
        {"form": _("som %(form)s"), "edition": _("udgave %(edition)s")}),
    "note-sent": Words(_("Notat sendt"), _("Notatet %(target)s blev sendt til %(recipient)s den %(on)s"), {"edition": _("udgave %(edition)s")}),
    "template-saved": Words(_("Skabelon gemt"), _("Skabelonen %(target)s blev gemt"), {"built_in": _("og er igen den indbyggede")}),
    "note-audited": Words(_("Notat efterregnet"), _("%(target)s blev efterregnet"),
        {"figures": _("%(figures)s tal"), "findings": _("%(findings)s afvigelser")}),
    "audit-forgotten": Words(_("Efterregning slettet"), _("Efterregning %(target)s blev slettet")),
    # Money
    "cost-reckoned": Words(_("Omkostning beregnet"), _("%(target)s blev beregnet"), FINDINGS),
    "budget-reckoned": Words(_("Budget beregnet"), _("%(target)s blev beregnet"), FINDINGS),
    "pool-reckoned": Words(_("Fleksjobpulje beregnet"), _("%(target)s blev beregnet"), FINDINGS),
    "reckoned-forgotten": Words(_("Beregning slettet"), _("Beregning %(target)s blev slettet")),
}  # fmt: skip
"""By code. `target` is what the event is about; facts are shown by `trail.telling`."""

VALUES: dict[str, dict[object, Promise]] = {
    "role": {
        "analyst": _("Analytiker"), "coordinator": _("Koordinator"), "unit_leader": _("Enhedsleder"),
        "consultant": _("Konsulent"), "reader": _("Læser"), "administrator": _("Administrator"),
    },
    "by": {"password": _("adgangskode"), "service": _("kommunens login")},
    "why": {
        "unknown": _("ingen person har det brugernavn eller den e-mailadresse"),
        "taken": _("personen er allerede koblet til en anden konto der"),
        "contradiction": _("svaret hang ikke sammen"),
        "cpr": _("tjenesten bruger CPR-numre som id"),
        "invalid": _("svaret var ikke underskrevet til os, kom for sent eller hørte ikke til et login herfra"),
        "assurance": _("sikringsniveauet var for lavt"),
    },
    "target": {
        "leader": _("ansvarlig leder"), "fleksjob_consultant": _("fleksjobkonsulent"), "company_consultant": _("virksomhedskonsulent"),
    },
}  # fmt: skip
"""Codes within facts."""
