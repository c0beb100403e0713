from __future__ import annotations

from datetime import date
from typing import ClassVar, override

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.actor import Actor, Right, Role
from maaltal.web.accounts.models import ROLES


class SystemKey(models.Model):
    """Systemnøgle (system key): lets another system in, with a role over a unit and all below it, for a time.

    Only the key's digest is kept: whoever reads the database cannot use it. A key is revoked, never deleted.
    """

    system = models.CharField(_("system"), max_length=100)
    start = models.CharField(_("nøglens begyndelse"), max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    role = models.CharField(_("rolle"), max_length=20, choices=ROLES)
    unit = models.CharField(_("enhed"), max_length=100)
    valid_from = models.DateField(_("fra og med"))
    valid_to = models.DateField(_("til (ikke medregnet)"))
    made_by = models.CharField(_("lavet af"), max_length=150)
    revoked_on = models.DateField(_("trukket tilbage"), null=True, blank=True)
    last_used_on = models.DateField(_("sidst brugt"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["system", "-valid_from", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__gt=F("valid_from")), name="key_ends_after_it_begins"
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.system} ({self.start}…)"

    def works_on(self, day: date) -> bool:
        return self.revoked_on is None and self.valid_from <= day < self.valid_to

    def to_core(self) -> Actor:
        """The system as somebody who acts, by the name that logs and trail write."""
        return Actor(
            f"system:{self.system}", (Right(Role(self.role), self.unit, self.valid_from, self.valid_to),)
        )
