from __future__ import annotations

from typing import Any, ClassVar, Never, override

from django.db import models
from django.utils.translation import gettext_lazy as _


class NotEditableError(TypeError):
    """The trail is only ever added to."""


class AppendOnly(models.QuerySet[Any]):
    """Rows that can be added and read."""

    def _refuse(self, *_args: object, **_kwargs: object) -> Never:
        raise NotEditableError("the trail is only ever added to")

    update = bulk_update = delete = update_or_create = _refuse


class Entry(models.Model):
    """One line of the trail; who it was is kept as a name, so that it stays when the person's account goes."""

    when = models.DateTimeField(_("tidspunkt"), auto_now_add=True, db_index=True)
    who = models.CharField(_("hvem"), max_length=150, db_index=True)
    unit = models.CharField(_("enhed"), max_length=100, blank=True, db_index=True)

    objects = AppendOnly.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar = ["-when", "-pk"]

    @override
    def save(self, **kwargs: Any) -> None:
        if self.pk is not None:
            raise NotEditableError("the trail is only ever added to")
        super().save(**kwargs)

    @override
    def delete(self, using: Any = None, keep_parents: bool = False) -> Never:
        raise NotEditableError("the trail is only ever added to")


class Event(Entry):
    """Hændelse (event): who did what, when, about which unit and which thing. It points at nothing and feeds no feature."""

    what = models.CharField(_("handling"), max_length=60, db_index=True)
    target = models.CharField(_("genstand"), max_length=200, blank=True)
    facts = models.JSONField(_("oplysninger"), default=dict)

    @override
    def __str__(self) -> str:
        return f"{self.what} {self.target}".strip()


class Look(Entry):
    """Opslag (look): somebody saw rows about single persons, and why."""

    why = models.CharField(_("begrundelse"), max_length=200)

    @override
    def __str__(self) -> str:
        return self.why


class Seen(models.Model):
    """One pseudonym that a look showed."""

    look = models.ForeignKey(Look, models.PROTECT, related_name="seen")
    person = models.CharField(_("pseudonym"), max_length=64, db_index=True)

    @override
    def __str__(self) -> str:
        return self.person
