"""A group's total apportioned as somebody asked for it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from maaltal.core.apportionment import Apportionment, apportion
from maaltal.core.bounds import InfeasibleError
from maaltal.core.keys import mixed
from maaltal.core.rounding import Exact
from maaltal.documents.numbers import show
from maaltal.ground.errors import GroundError
from maaltal.web.received import language
from maaltal.web.targets import queries
from maaltal.web.targets.forms.apportion import ApportionForm
from maaltal.web.targets.keys import MIXED, TYPED, Asked, key_of
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.views.workbench import in_names


def solved(target_set: TargetSet, form: ApportionForm) -> Apportionment | None:
    """None, with a sentence at the field, where it cannot be done."""
    asked = form.cleaned_data
    key = _key(target_set, form)
    if not any(key.values()):
        if not form.errors:
            form.add_error(
                "key", _("Der er ingen tal at fordele efter: vælg en anden nøgle, eller skriv en.")
            )
        return None
    try:
        return apportion(asked["total"], key, asked["method"], form.bounds())
    except InfeasibleError as infeasible:
        form.add_error(None, in_names(infeasible.message.render(language(), show), form.units))
        form.blame(infeasible.conflict, _("Kan ikke holdes sammen med de andre krav."))
        return None


def _key(target_set: TargetSet, form: ApportionForm) -> Mapping[str, Exact]:
    asked = Asked(
        target_set,
        queries.earlier(target_set),
        tuple(code for code, _name in form.units),
        form.cleaned_data["group"],
    )
    kind = form.cleaned_data["key"]
    try:
        if kind != MIXED:
            return _one_key(kind, asked, form)
        keys = {each: _one_key(each, asked, form) for each in form.weights()}
        return mixed(keys, form.weights())
    except GroundError as problem:
        form.add_error("key", problem.sentence.render(language(), show))
        return {}


def _one_key(kind: str, asked: Asked, form: ApportionForm) -> Mapping[str, Exact]:
    return form.typed() if kind == TYPED else key_of(kind, asked)
