"""Who makes and reads notes, edits their words, and has notes re-checked."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor, Role
from maaltal.web.accounts.permissions import (
    READS_FIGURES,
    Denied,
    Path,
    allowed,
    can_see_small_counts,
    check_can_see_figures,
    is_whole,
)
from maaltal.web.reports.models import Edition


def check_can_see_notes(actor: Actor, day: date) -> None:
    """Open the list of editions; which of them are on it is asked of each."""
    if not actor.has_anywhere(READS_FIGURES, day):
        raise Denied(_("Du har ikke adgang til notater. Bed din administrator om en rolle."))


def can_see_notes(actor: Actor, day: date) -> bool:
    return allowed(check_can_see_notes, actor, day)


def check_can_make_notes(actor: Actor, path: Path, day: date) -> None:
    """Make a note about the unit, share it, and say who got it."""
    if not actor.has({Role.ANALYST}, path, day):
        raise Denied(_("Kun en analytiker over enheden kan lave notater om den."))


def can_make_notes(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_make_notes, actor, path, day)


def check_can_make_any_note(actor: Actor, day: date) -> None:
    if not actor.has_anywhere({Role.ANALYST}, day):
        raise Denied(_("Kun en analytiker kan lave notater."))


def can_make_any_note(actor: Actor, day: date) -> bool:
    return allowed(check_can_make_any_note, actor, day)


def check_can_read_edition(actor: Actor, edition: Edition, path: Path, day: date) -> None:
    """`path` is that of the edition's unit. Small counts in a note are for those who may see them; a note that hides them is for all once it is shared."""
    if can_make_notes(actor, path, day):
        return
    check_can_see_figures(actor, path, day)
    if edition.small and not can_see_small_counts(actor, path, day):
        raise Denied(
            _(
                "Notatet viser små tal, som kan handle om enkelte personer. "
                "Bed en analytiker om en udgave, hvor de er skjult."
            )
        )
    if edition.shared_at is None:
        raise Denied(_("Notatet er ikke delt endnu. Bed en analytiker om at dele det."))


def can_read_edition(actor: Actor, edition: Edition, path: Path, day: date) -> bool:
    return allowed(check_can_read_edition, actor, edition, path, day)


def check_can_edit_templates(actor: Actor, path: Path, day: date) -> None:
    """`path` is the municipality's: everybody's notes are said with its templates."""
    if not (is_whole(path) and actor.has({Role.ANALYST}, path, day)):
        raise Denied(_("Kun en analytiker i hele kommunen kan rette notaternes skabeloner."))


def can_edit_templates(actor: Actor, path: Path, day: date) -> bool:
    return allowed(check_can_edit_templates, actor, path, day)


def check_can_audit(actor: Actor, day: date) -> None:
    """Have a note re-checked. Nothing of the municipality's own is shown by it."""
    if not actor.has_anywhere(READS_FIGURES, day):
        raise Denied(_("Du har ikke adgang til efterregning. Bed din administrator om en rolle."))


def can_audit(actor: Actor, day: date) -> bool:
    return allowed(check_can_audit, actor, day)
