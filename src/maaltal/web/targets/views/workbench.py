"""What the workbench's pages share: their units and groups, their grid of fields, and keeping what came out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from maaltal.core.text import Text
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.forms.apportion import ApportionForm
from maaltal.web.targets.forms.two_way import TwoWayForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import can_propose
from maaltal.web.targets.presenters.grid import grid_rows
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.views.keeping import Kept, keep_as_proposal, keep_in_set, top_numbers
from maaltal.web.targets.views.pages import breadcrumbs, seen, set_link


def units_of() -> list[tuple[str, str]]:
    """The administrations."""
    return [(unit.code, unit.name) for unit in queries.defined().units[1:]]


def groups_of(target_set: TargetSet) -> list[tuple[str, str]]:
    return [(group.code, said(group.label)) for group in queries.groups(target_set)]


def in_names(words: str, units: Sequence[tuple[str, str]]) -> str:
    """A sentence with the units' names for their codes."""
    names = dict(units)
    codes = "|".join(map(re.escape, names))
    return re.sub(rf"\b({codes})\b", lambda found: names[found[0]], words)


def with_usual(asked: QueryDict, usual: Mapping[str, Any]) -> QueryDict:
    """What was asked, and the `usual` where an address says nothing; what was left empty stays empty."""
    data = asked.copy()
    for name, value in usual.items():
        data.setdefault(name, "" if value is None else str(value))
    return data


def page(request: HttpRequest, target_set: TargetSet, form: ApportionForm | TwoWayForm) -> dict[str, Any]:
    names = {code: form.names_of(code) for code, _name in form.units}
    may = can_propose(seen(request, target_set.name)[0], (queries.defined().code,), today())
    return {
        "set": target_set, "label": said(target_set.label), "form": form, "rows_of_fields": grid_rows(form, form.units, names, {}),
        "news": _("Ikke regnet ud: der er noget, der skal rettes.") if form.errors else "",
        "may_propose": may, "query": form.data, "live": True, "breadcrumbs": breadcrumbs(set_link(target_set), here=_("Fordeling")),
    }  # fmt: skip


def keep(
    request: HttpRequest, target_set: TargetSet, numbers: Mapping[tuple[str, str], int], label: Text
) -> HttpResponse:
    whole = top_numbers(target_set) | dict(numbers)
    version = request.POST.get("version", "")
    if request.POST.get("keep") == "here" and version.isdecimal():
        return keep_in_set(request, target_set, whole, int(version))
    return keep_as_proposal(request, target_set, Kept(label, whole))
