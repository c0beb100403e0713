"""The municipality's own templates."""

from __future__ import annotations

from dataclasses import dataclass

from maaltal.core.text import Language
from maaltal.documents.notes.render import render
from maaltal.documents.notes.template import Kind, Template
from maaltal.ground.errors import GroundError
from maaltal.ground.notes.asked import from_json
from maaltal.ground.notes.make import material
from maaltal.web.reports.models import Edition, NoteTemplate
from maaltal.web.reports.queries.editions import frozen
from maaltal.web.reports.queries.grounds import standing_on


def own_text(kind: str, tongue: str) -> NoteTemplate | None:
    """The municipality's own template, when it has one now."""
    newest = NoteTemplate.objects.filter(kind=kind, language=tongue).first()
    return newest if newest and newest.text else None


def own_template(kind: Kind, tongue: Language) -> Template | None:
    found = own_text(kind, tongue)
    return Template(f"{kind}.{tongue}.md", found.text) if found else None


@dataclass(frozen=True)
class Trial:
    """A template tried on what the newest edition of its kind asked for; without one it is only read."""

    edition: Edition | None


def try_out(template: Template, kind: Kind, tongue: Language) -> Trial:
    """TemplateError when the newest note of the kind could not be said with the template."""
    newest = Edition.objects.filter(kind=kind).first()
    if newest is None:
        return Trial(None)
    try:
        found = material(standing_on(), from_json(frozen(newest).asked))
    except GroundError:
        return Trial(None)
    render(template, found, tongue)
    return Trial(newest)
