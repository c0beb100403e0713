"""A unit's break-down as a page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from maaltal.web.targets.forms.break_down import BreakDownForm
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.targets.presenters.words import number, signed


@dataclass(frozen=True)
class Rest:
    """What is left of a unit's target in a group when its parts have theirs."""

    code: str
    label: str
    own: str
    left: str
    words: str
    variant: str


def rests(form: BreakDownForm, own: Sequence[int | None]) -> tuple[Rest, ...]:
    """For each group. A field that cannot be read counts as empty: it has its own error."""
    form.is_valid()  # reads the fields of a form that was sent
    return tuple(
        _rest(form, group, label, target) for (group, label), target in zip(form.groups, own, strict=True)
    )


def news(found: Sequence[Rest], meanwhile: str) -> str:
    """What is left now, for those who hear the page while they type; and who has saved `meanwhile`, if anybody."""
    left = "; ".join(f"{rest.label}: {rest.left} {rest.words}" for rest in found)
    said = _("Rest: %(left)s.") % {"left": left}
    if not meanwhile:
        return said
    return f"{said} {_('%(who)s har gemt imens: når du gemmer, ser du begge tal.') % {'who': meanwhile}}"


def _rest(form: BreakDownForm, group: str, label: str, target: int | None) -> Rest:
    given = sum(_standing(form, place_name(code, group)) for code, _name in form.units)
    if target is None:
        return Rest(group, label, "–", number(given), _("enheden har selv intet måltal her"), "plain")
    left = target - given
    if left == 0:
        return Rest(group, label, number(target), "0", _("går op"), "good")
    words = _("ikke fordelt") if left > 0 else _("delene er flere end enhedens måltal")
    return Rest(group, label, number(target), signed(left), words, "plain" if left > 0 else "bad")


def _standing(form: BreakDownForm, name: str) -> int:
    if not form.is_bound:
        return form.initial.get(name) or 0
    return form.cleaned_data.get(name) or 0
