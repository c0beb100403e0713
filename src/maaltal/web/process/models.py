from __future__ import annotations

from typing import Any, ClassVar, override
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from maaltal.core.text import Sentence, Text
from maaltal.documents.numbers import show

CHECKING, CHECKED, LOADING, LOADED, REFUSED, DISCARDED = (
    "checking", "checked", "loading", "loaded", "refused", "discarded",
)  # fmt: skip
STATES = [
    (CHECKING, _("efterprøves")),
    (CHECKED, _("efterprøvet")),
    (LOADING, _("indlæses")),
    (LOADED, _("indlæst")),
    (REFUSED, _("afvist")),
    (DISCARDED, _("kasseret")),
]
NEXT = {
    CHECKING: {CHECKED, REFUSED},
    CHECKED: {CHECKING, LOADING, DISCARDED},
    LOADING: {LOADED, REFUSED},
    REFUSED: {CHECKING, DISCARDED},
    LOADED: set[str](),
    DISCARDED: set[str](),
}
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
CHECK, LOAD = "check", "load"


class Upload(models.Model):
    """Indsendelse (upload): files that somebody sent together. What they hold lies in a folder until loaded, and no longer.

    `effects` are tables in both languages; `checked_against` is the moment of the store that the check was against.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sent_by = models.CharField(_("sendt af"), max_length=150)
    sent_at = models.DateTimeField(_("sendt"), auto_now_add=True)
    state = models.CharField(_("tilstand"), max_length=12, choices=STATES, default=CHECKING)
    period = models.CharField(_("periode"), max_length=30, blank=True)
    layout = models.CharField(_("format"), max_length=30, blank=True)
    mapping_name = models.CharField(_("tilpasning"), max_length=100, blank=True)
    mapping = models.TextField(blank=True)
    effects: models.JSONField[Any, Any] = models.JSONField(default=list)
    checked_against = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-sent_at"]

    @override
    def __str__(self) -> str:
        return str(self.id)


class SentFile(models.Model):
    """One file of an upload, by its name with person numbers masked, and what came of it."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("fil"), max_length=255)
    size = models.PositiveBigIntegerField(_("størrelse"))
    result: models.JSONField[Any, Any] = models.JSONField(null=True)
    batch = models.CharField(_("leverance"), max_length=200, blank=True, db_index=True)
    already = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["upload", "number"], name="file_number_is_unique_in_upload")
        ]

    @override
    def __str__(self) -> str:
        return self.name


class Job(models.Model):
    """Work on an upload that waits for a worker, or is in its hands. One job runs at a time, whoever works."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=10, choices=[(CHECK, _("kontrol")), (LOAD, _("indlæsning"))])
    state = models.CharField(max_length=10, default=WAITING, db_index=True)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    at_file = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=20, blank=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    why: models.JSONField[Any, Any] = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=RUNNING), name="one_job_runs_at_a_time"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.upload_id}"


class TakenBack(models.Model):
    """Who took a batch back here, and why; the store knows when."""

    batch = models.CharField(_("leverance"), max_length=200, unique=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.CharField(_("begrundelse"), max_length=300)

    @override
    def __str__(self) -> str:
        return self.batch


def in_both(words: Text | Sentence | object) -> dict[str, str]:
    """Words as they are kept: the page picks the reader's language."""
    return {"da": show(words, "da"), "en": show(words, "en")}
