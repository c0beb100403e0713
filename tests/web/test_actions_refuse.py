"""Whatever a page asks first: every write and every look asks by itself whether the one who acts may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from inspect import Parameter, isfunction, signature
from pkgutil import walk_packages
from typing import Any

import pytest

from maaltal import web
from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Denied
from maaltal.web.figures.spells import look

type Action = Callable[..., object]


class Anything:
    """What an action is asked to do it with: whoever may not, is refused before that matters."""

    def __getattr__(self, _: str) -> Any:
        return self

    def __call__(self, *_: object) -> Any:
        return ("KK", "BUF")


GIVEN: dict[str, Any] = {
    "by": Actor("nobody"),
    "day": date(2026, 3, 1),
    "path": ("KK", "BUF"),
    "places": [("KK", "BUF")],
}


def actions() -> Iterator[Action]:
    """Every function of the apps' actions that somebody does something by."""
    for found in walk_packages(web.__path__, f"{web.__name__}."):
        if ".actions" in found.name:
            own = [thing for thing in vars(import_module(found.name)).values() if isfunction(thing)]
            yield from (thing for thing in own if thing.__module__ == found.name and _is_done_by(thing))


def _is_done_by(thing: Action) -> bool:
    by = signature(thing).parameters.get("by")
    return by is not None and by.kind is Parameter.KEYWORD_ONLY


ACTIONS = [look, *actions()]


def test_actions_are_found() -> None:
    found = {action.__name__ for action in ACTIONS}
    assert {"give_role", "take_step", "fetch_file", "take_back", "break_down", "keep_pool"} <= found


@pytest.mark.django_db
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_nobody_does_anything_without_a_role(action: Action) -> None:
    asked = {name: GIVEN.get(name, Anything()) for name in signature(action).parameters}
    with pytest.raises(Denied):
        action(**asked)
