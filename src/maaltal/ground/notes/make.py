"""A note made: gathered, said by a template, and described by the edition that goes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from maaltal.core.text import Language
from maaltal.definitions import fingerprint
from maaltal.documents.basis import batches_behind
from maaltal.documents.document import Document
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.render import render
from maaltal.documents.notes.template import Kind, Template, built_in
from maaltal.ground.ground import Ground
from maaltal.ground.notes.annual import annual
from maaltal.ground.notes.answer import answer
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.hidden import noted
from maaltal.ground.notes.monthly import monthly
from maaltal.ground.notes.part_year import part_year
from maaltal.ground.notes.proposal import proposal

GATHERED: dict[Kind, Callable[[Ground, Asked], Material]] = {
    "annual": annual, "part-year": part_year, "monthly": monthly, "proposal": proposal, "answer": answer,
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A finished note, not yet written, by the name of its files; `made_of` is for its edition."""

    name: str
    document: Document
    asked: Asked
    language: Language
    made_of: dict[str, Any]


def material(ground: Ground, asked: Asked) -> Material:
    """GroundError without data, targets or the unit; and for inputs that cannot be used."""
    found = GATHERED[asked.kind](ground, asked)
    return noted(found, asked.hiding) if asked.hiding else found


def make(ground: Ground, asked: Asked, language: Language, template: Template | None = None) -> Made:
    """TemplateError for a template that cannot be used; GroundError as above."""
    said = template or built_in(asked.kind, language)
    found = material(ground, asked)
    return Made(
        name(asked, language), render(said, found, language), asked, language, made_of(ground, asked, said)
    )


NAMES: dict[Kind, dict[Language, str]] = {
    "annual": {"da": "aarsstatus", "en": "yearly-status"},
    "part-year": {"da": "delaarsstatus", "en": "part-year-status"},
    "monthly": {"da": "maanedsstatus", "en": "monthly-status"},
    "proposal": {"da": "maaltalsforslag", "en": "target-proposal"},
    "answer": {"da": "svar", "en": "answer"},
}


WITHOUT_SMALL: dict[Language, str] = {"da": "uden-smaa-tal", "en": "without-small-counts"}
"""So that the edition for readers can lie beside the one for analysts."""


def name(asked: Asked, language: Language) -> str:
    """What its files are called: aarsstatus-2024, maanedsstatus-BUF-2024-10, aarsstatus-2024-uden-smaa-tal."""
    period = asked.period.code.replace("..", "-til-" if language == "da" else "-to-")
    hides = WITHOUT_SMALL[language] if asked.hiding else None
    return "-".join(filter(None, (NAMES[asked.kind][language], asked.unit, period, hides)))


def made_of(ground: Ground, asked: Asked, template: Template) -> dict[str, Any]:
    """Everything that the bytes depend on."""
    municipality, in_year = ground.municipality, asked.period.start.year
    sets = (
        [ground.municipality.target_set(asked.target_set)]
        if asked.target_set
        else [*municipality.target_sets_for(in_year, asked.period.last_day)]
    )
    method = municipality.method_in(in_year)
    return {
        "program": f"maaltal {version('maaltal')}",
        "municipality": municipality.code,
        "definitions_sha256": fingerprint(ground.definitions),
        "target_set": sets[0].name if sets and sets[0] else None,
        "method": method.code if method else None,
        "as_known": ground.view.as_known.isoformat(),
        "template": {"name": template.name, "sha256": template.sha256},
        "batches": [
            {"id": batch.id, "source": batch.source, "file": batch.file, "sha256": batch.sha256,
             "period": batch.period.code if batch.period else None}
            for batch in batches_behind(ground.view, (asked.period,))
        ],
    }  # fmt: skip
