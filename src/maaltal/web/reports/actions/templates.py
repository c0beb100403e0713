"""The municipality's own templates: every text that ever held is kept."""

from __future__ import annotations

import hashlib
from datetime import date

from django.db import transaction

from maaltal.core.text import Language
from maaltal.documents.notes.check import typed_numbers
from maaltal.documents.notes.template import Kind, Template
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.reports.models import NoteTemplate
from maaltal.web.reports.permissions import check_can_edit_templates
from maaltal.web.trail.actions import record


@transaction.atomic
def save_template(
    *, by: Actor, path: Path, day: date, kind: Kind, language: Language, text: str
) -> NoteTemplate:
    """From now on the notes of the kind and language are said with the text; with an empty one as built in.

    TemplateError for a text that cannot be read as a template.
    """
    check_can_edit_templates(by, path, day)
    list(typed_numbers(Template(f"{kind}.{language}.md", text)))
    saved = NoteTemplate.objects.create(kind=kind, language=language, text=text, saved_by=by.name)
    facts = {"sha256": hashlib.sha256(text.encode()).hexdigest() if text else "", "built_in": not text}
    record(who=by.name, what="template-saved", unit=path[-1], target=f"{kind}.{language}", facts=facts)
    return saved
