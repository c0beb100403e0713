"""Numbers for a break-down, suggested by a key."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from maaltal.core.apportionment import apportion
from maaltal.core.rounding import Exact
from maaltal.ground.errors import GroundError
from maaltal.web.accounts.permissions import can_see_small_counts
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets.forms.filling import filled_over
from maaltal.web.targets.forms.sets import place_name
from maaltal.web.targets.keys import EQUAL, MEASURED, PRESENT, Asked, key_of
from maaltal.web.targets.views.places import Place


def key_kinds(request: HttpRequest, place: Place) -> list[tuple[str, str]]:
    """The keys that this person may be shown a suggestion by: what is measured in small units tells how many are there."""
    kinds = [(EQUAL, _("lige meget til hver")), (PRESENT, _("de tal, der står nu"))]
    if can_see_small_counts(actor_of(request), place.path, today()):
        kinds.append((MEASURED, _("den seneste måling for et helt år")))
    return kinds


def with_suggestions(request: HttpRequest, place: Place) -> QueryDict:
    """What was typed, with the numbers by the key that was asked for over it; leaders and posts stay."""
    found = _suggested(place, request.POST.get("by", ""), dict(key_kinds(request, place)))
    if not found:
        messages.warning(
            request,
            _("Der kan ikke foreslås tal efter den nøgle: der mangler måltal eller tal at fordele efter."),
        )
    return filled_over(request.POST, {name: str(number) for name, number in found.items()})


def _suggested(place: Place, kind: str, known: Mapping[str, str]) -> dict[str, int]:
    """Each of the unit's targets split by the key; nothing for one that cannot be used."""
    found: dict[str, int] = {}
    if kind not in known:
        return found
    for (group, _label), total in zip(place.groups, place.own, strict=True):
        key = _key(kind, place, group)
        if total is not None and any(key.values()):
            found |= {
                place_name(code, group): number for code, number in apportion(total, key).numbers.items()
            }
    return found


def _key(kind: str, place: Place, group: str) -> Mapping[str, Exact]:
    asked = Asked(place.target_set, None, tuple(code for code, _name in place.units), group)
    try:
        return key_of(kind, asked)
    except GroundError:
        return {}
