from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, override

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LEADER = "leader"
CONTACTS = ("fleksjob_consultant", "company_consultant")
KINDS = [
    (LEADER, _("Ansvarlig leder")),
    ("fleksjob_consultant", _("Fleksjobkonsulent")),
    ("company_consultant", _("Virksomhedskonsulent")),
]


@dataclass(frozen=True)
class Holder:
    """Post (post): who leads a unit or is its contact, from-to; an empty name means that the post is vacant."""

    kind: str
    unit: str
    name: str
    email: str
    phone: str
    valid_from: date
    valid_to: date | None

    @property
    def vacant(self) -> bool:
        return not self.name

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class Posts(models.QuerySet["Post"]):
    def on(self, day: date) -> Posts:
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Post(models.Model):
    """A post of a unit, held by somebody or vacant, for a time."""

    kind = models.CharField(_("post"), max_length=30, choices=KINDS)
    unit = models.CharField(_("enhed"), max_length=100, db_index=True)
    name = models.CharField(_("navn"), max_length=150, blank=True, help_text=_("Tomt, når posten er ledig."))
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    valid_from = models.DateField(pgettext_lazy("dato", "fra"))
    valid_to = models.DateField(_("til (ikke medregnet)"), null=True, blank=True)

    objects = Posts.as_manager()

    class Meta:
        ordering: ClassVar = ["unit", "kind", "valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="post_ends_after_it_begins"
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.unit}"

    def to_core(self) -> Holder:
        return Holder(self.kind, self.unit, self.name, self.email, self.phone, self.valid_from, self.valid_to)


class Agreement(models.Model):
    """Partnerskabsaftale (partnership agreement): what an administration or unit has agreed to do, for a time."""

    unit = models.CharField(_("enhed"), max_length=100, db_index=True)
    title = models.CharField(_("titel"), max_length=200)
    case_number = models.CharField(_("sagsnummer"), max_length=50, blank=True)
    valid_from = models.DateField(_("fra og med"))
    valid_to = models.DateField(_("til (ikke medregnet)"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-valid_from", "unit", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="agreement_ends_after_it_begins",
            ),
        ]

    @override
    def __str__(self) -> str:
        return self.title


class Goal(models.Model):
    """A concrete goal of a partnership agreement, and what came of it."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="goals")
    text = models.CharField(_("mål"), max_length=300)
    due = models.DateField(_("senest"), null=True, blank=True)
    outcome = models.CharField(_("hvad blev det til"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    @override
    def __str__(self) -> str:
        return self.text
