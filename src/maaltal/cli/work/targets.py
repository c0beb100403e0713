"""The municipality's target sets."""

from maaltal.core.municipality import Municipality
from maaltal.core.targets import TargetSet
from maaltal.core.text import sentence
from maaltal.definitions import load_municipality
from maaltal.documents.document import Document
from maaltal.documents.targets import target_set_table
from maaltal.ground.targets import no_targets


def targets_document(municipality: str, in_year: int | None, name: str | None) -> Document:
    """A table for each set of the year, or the one of that name. GroundError when there is none."""
    known = load_municipality(municipality)
    title = sentence("Måltal: {municipality}", "Targets: {municipality}", municipality=known.name)
    return Document(title, tuple(target_set_table(targets, known) for targets in _sets(known, in_year, name)))


def _sets(municipality: Municipality, in_year: int | None, name: str | None) -> tuple[TargetSet, ...]:
    sets = municipality.target_sets if in_year is None else municipality.target_sets_for(in_year)
    found = tuple(targets for targets in sets if name in (None, targets.name))
    if not found:
        raise no_targets(municipality, in_year, name)
    return found
