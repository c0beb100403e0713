from __future__ import annotations

from datetime import date
from typing import ClassVar, override

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from maaltal.web.accounts.actor import Right, Role

ROLES = [
    (Role.ANALYST.value, _("Analytiker")),
    (Role.COORDINATOR.value, _("Koordinator")),
    (Role.UNIT_LEADER.value, _("Enhedsleder")),
    (Role.CONSULTANT.value, _("Konsulent")),
    (Role.READER.value, _("Læser")),
    (Role.ADMINISTRATOR.value, _("Administrator")),
]


class User(AbstractUser):
    """Bruger (user): somebody who logs in."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(_("navn"), max_length=150)

    must_change_password = models.BooleanField(_("skal skifte adgangskode"), default=False)
    ended_logins = models.PositiveIntegerField(_("gange, logget ud af en administrator"), default=0)

    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta(AbstractUser.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"), condition=~Q(email=""), name="email_belongs_to_one_person",
            ),
        ]  # fmt: skip

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """A session holds as long as this stays: a new password ends every session, and so does one more ended login."""
        salt = "maaltal.web.accounts.models.User.get_session_auth_hash"
        return salted_hmac(
            salt, f"{self.password}|{self.ended_logins}", secret=secret, algorithm="sha256"
        ).hexdigest()

    @override
    def get_full_name(self) -> str:
        return self.name or self.username

    @override
    def get_short_name(self) -> str:
        return self.get_full_name()

    @override
    def __str__(self) -> str:
        return self.get_full_name()


class Grants(models.QuerySet["Grant"]):
    def on(self, day: date) -> Grants:
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Grant(models.Model):
    """Tildeling (grant): a role given to somebody over a unit and all below it, for a time. It is ended, never deleted."""

    user = models.ForeignKey(User, models.PROTECT, related_name="grants", verbose_name=_("person"))
    role = models.CharField(_("rolle"), max_length=20, choices=ROLES)
    unit = models.CharField(_("enhed"), max_length=100)
    valid_from = models.DateField(pgettext_lazy("dato", "fra"))
    valid_to = models.DateField(_("til (ikke medregnet)"), null=True, blank=True)

    objects = Grants.as_manager()

    class Meta:
        ordering: ClassVar = ["user__name", "unit", "role", "valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="grant_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="grant_role_is_known"
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.unit}"

    def to_core(self) -> Right:
        return Right(Role(self.role), self.unit, self.valid_from, self.valid_to)
