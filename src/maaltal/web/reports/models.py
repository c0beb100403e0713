from __future__ import annotations

import uuid
from pathlib import Path
from typing import ClassVar, override

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from maaltal.documents.notes.edition import SUFFIX

KINDS = [
    ("annual", _("Årsstatus")),
    ("part-year", _("Status for en del af året")),
    ("monthly", _("Månedsstatus")),
    ("proposal", _("Måltalsforslag")),
    ("answer", _("Svar til et medlem")),
]
LANGUAGES = [("da", _("dansk")), ("en", _("engelsk"))]


class Edition(models.Model):
    """A note that was made: its files and their edition lie in a folder below MAALTAL_DATA/editions, and are never changed."""

    kind = models.CharField(_("notat"), max_length=20, choices=KINDS)
    name = models.CharField(_("filernes navn"), max_length=150)
    title = models.CharField(_("titel"), max_length=300)
    language = models.CharField(_("sprog"), max_length=2, choices=LANGUAGES)
    period = models.CharField(_("periode"), max_length=30)
    unit = models.CharField(_("enhed"), max_length=100)
    folder = models.CharField(max_length=200, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)
    as_known = models.DateTimeField(_("data som kendt"))
    made_by = models.CharField(_("lavet af"), max_length=150)
    made_at = models.DateTimeField(_("lavet"), auto_now_add=True)
    small = models.BooleanField(_("har små antal"))
    despite_findings = models.BooleanField(_("skrevet trods fund i efterregningen"), default=False)
    shared_by = models.CharField(_("delt af"), max_length=150, blank=True)
    shared_at = models.DateTimeField(_("delt"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    @override
    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """The folder of its files."""
        return Path(settings.MAALTAL_DATA) / "editions" / self.folder

    @property
    def record(self) -> Path:
        """The edition beside the files; see `documents.notes.edition`."""
        return self.path / f"{self.name}{SUFFIX}"


class EditionFile(models.Model):
    """One form of an edition, by its hash, so that a file from anywhere can be recognised."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["pk"]

    @override
    def __str__(self) -> str:
        return self.name

    @property
    def form(self) -> str:
        return self.name.rpartition(".")[2]


class Handing(models.Model):
    """Udlevering (handing over): somebody fetched a file of an edition, or it was sent to somebody."""

    WAYS = [("fetched", _("hentet")), ("sent", _("sendt"))]  # noqa: RUF012

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="handings")
    way = models.CharField(_("hvordan"), max_length=10, choices=WAYS)
    recipient = models.CharField(_("modtager"), max_length=200)
    form = models.CharField(_("form"), max_length=10, blank=True)
    on = models.DateField(_("dato"))
    remark = models.CharField(_("bemærkning"), max_length=200, blank=True)
    by = models.CharField(_("registreret af"), max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]

    @override
    def __str__(self) -> str:
        return f"{self.recipient}: {self.edition}"


class NoteTemplate(models.Model):
    """A text that the municipality says a note with. The newest of its kind and language holds; an empty one means the built-in."""

    kind = models.CharField(_("notat"), max_length=20, choices=KINDS)
    language = models.CharField(_("sprog"), max_length=2, choices=LANGUAGES)
    text = models.TextField(_("tekst"), blank=True)
    saved_by = models.CharField(_("gemt af"), max_length=150)
    saved_at = models.DateTimeField(_("gemt"), auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-saved_at", "-pk"]

    @override
    def __str__(self) -> str:
        return f"{self.kind}.{self.language}"


class Audited(models.Model):
    """What an audit found in a note, for the one who asked, for a day. The note itself is not kept, CPR numbers are masked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.CharField(max_length=300)
    by = models.CharField(max_length=150, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    lines = models.JSONField()
    findings = models.JSONField()
    as_json = models.TextField()
    as_html = models.JSONField()

    class Meta:
        ordering: ClassVar = ["-at"]

    @override
    def __str__(self) -> str:
        return self.document
