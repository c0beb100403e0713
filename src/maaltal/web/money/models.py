from __future__ import annotations

import uuid
from typing import ClassVar, override

from django.db import models
from django.utils.translation import gettext_lazy as _

KINDS = [("cost", _("Hvad fleksjob koster")), ("pool", _("Fleksjobpuljen")), ("budget", _("Budgetforslag"))]


class Reckoned(models.Model):
    """What was reckoned for somebody, for a day: the page and its files. What it was reckoned from is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=KINDS)
    title = models.CharField(max_length=300)
    by = models.CharField(max_length=150, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    page = models.TextField()
    findings = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-at"]

    @override
    def __str__(self) -> str:
        return self.title


class ReckonedFile(models.Model):
    """One form of it."""

    reckoned = models.ForeignKey(Reckoned, models.CASCADE, related_name="files")
    form = models.CharField(max_length=10)
    content = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reckoned", "form"], name="one_file_of_each_form")
        ]

    @override
    def __str__(self) -> str:
        return self.form
