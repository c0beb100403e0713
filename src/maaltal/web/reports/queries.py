"""What notes are made of and which there are, as core objects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from django.conf import settings

from maaltal.core.periods import Period, year
from maaltal.core.text import Language
from maaltal.documents.notes.edition import Edition as Frozen
from maaltal.documents.notes.render import render
from maaltal.documents.notes.template import Kind, Template
from maaltal.documents.notes.verified import Verified
from maaltal.ground.coverage import covered, shared_days
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding, hides
from maaltal.ground.notes.asked import Asked, from_json
from maaltal.ground.notes.make import material
from maaltal.ground.notes.verify import made_then, read, verified
from maaltal.web.accounts.actor import Actor
from maaltal.web.received import organisation, store, the_ground
from maaltal.web.registry.queries import holders
from maaltal.web.reports.models import Edition, EditionFile, NoteTemplate
from maaltal.web.reports.permissions import can_read_edition
from maaltal.web.targets.queries import municipality

CONTACT_ROLES = {"fleksjob_consultant": "fleksjob", "company_consultant": "placements", "leader": "leader"}
"""What the register's posts are called in the file of contact persons."""


def standing_on(as_known: date | None = None) -> Ground:
    """What was received, with the register's targets."""
    return _with_targets(the_ground(as_known))


def _with_targets(ground: Ground) -> Ground:
    return replace(ground, municipality=municipality(), definitions=settings.MAALTAL_MUNICIPALITY)


def place(unit: str, day: date) -> tuple[str, ...]:
    """The unit's path; one that is gone from the organisation belongs to the whole municipality."""
    found = organisation()
    return found.path(unit, day) if unit in found.versions else (found.root.code,)


def readable(actor: Actor, day: date) -> list[Edition]:
    """The editions that the actor may read, the newest first."""
    found = Edition.objects.prefetch_related("files")
    return [edition for edition in found if can_read_edition(actor, edition, place(edition.unit, day), day)]


def with_the_bytes(sha256: str) -> EditionFile | None:
    """The edition's file that is this one, whatever it is called now."""
    return EditionFile.objects.select_related("edition").filter(sha256=sha256).first()


def frozen(edition: Edition) -> Frozen:
    """The edition as it lies beside its files. GroundError when it cannot be read."""
    return read(edition.record)


def verify(edition: Edition, file: EditionFile) -> Verified:
    """Its figures on data as known then and now. GroundError when the edition cannot be read."""
    known = frozen(edition)
    now = standing_on()
    then = made_then(known)
    was = now if now.view.as_known == then else replace(now, view=store().view(then), counted={}, hidden={})
    return verified(edition.path / file.name, known, was, now)


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


def has_small_counts(ground: Ground, asked: Asked) -> bool:
    """Whether a note shows what must be hidden from those who may not see small counts. Monthly notes go down to units."""
    if asked.kind == "proposal":
        return False
    if asked.kind == "monthly":
        return True
    before = year(asked.period.start.year - 1)
    periods = [asked.period, *([before] if covered(ground.view, before) else [])]
    hiding = Hiding(settings.MAALTAL_SMALL_COUNT)
    unit = asked.unit or ground.municipality.code
    units = {
        each.code for each in ground.organisation.below(unit, asked.period.last_day) if each.level in TOP
    }
    found = (figure for period in periods for figure in hides(ground, period, hiding, units))
    return any(figure.unit in units for figure in found)


TOP = ("municipality", "administration")


def whole_years(ground: Ground) -> list[int]:
    """The years that every source answers for, the newest first."""
    days = shared_days(ground.view)
    years = {each for period in days for each in range(period.start.year, period.last_day.year + 1)}
    return [each for each in sorted(years, reverse=True) if covered(ground.view, year(each))]


def whole_months(ground: Ground) -> list[Period]:
    """The months that every source answers for, the newest first."""
    found = (month for period in shared_days(ground.view) for month in period.months())
    return sorted(
        (month for month in found if covered(ground.view, month)), key=lambda month: month.start, reverse=True
    )


def registered_contacts(units: Iterable[str], day: date) -> str:
    """The register's posts as a file of contact persons; empty when it has none."""
    held = [holder for holder in holders(units, day) if not holder.vacant]
    rows = [(each.unit, CONTACT_ROLES[each.kind], each.name, each.email or each.phone) for each in held]
    lines = [";".join(cell.replace(";", ",") for cell in row) for row in rows]
    return "\n".join(["unit;role;name;reached", *lines]) if rows else ""


def facts_of(edition: Frozen) -> tuple[tuple[str, str], ...]:
    """Case numbers and the like that it was made with."""
    return tuple(
        (label, value) for label, value in cast("list[tuple[str, str]]", edition.asked.get("facts", []))
    )


def as_text(edition: Edition) -> str:
    """The edition's own record, for whoever wants all of it."""
    return json.dumps(json.loads(edition.record.read_text("utf-8")), ensure_ascii=False, indent=1)
