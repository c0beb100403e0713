from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, override

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = [
    ("leader", _("Ansvarlig leder")),
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
