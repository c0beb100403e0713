"""What every page's frame shows."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from maaltal.core.text import Text
from maaltal.web.accounts.demo import PEOPLE
from maaltal.web.targets.queries import defined
from maaltal.web.ui.navigation import Entry, Link, links


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the municipality's name, the mode, and the links that this person may follow."""
    return {
        "municipality": municipality(),
        "mode": settings.MAALTAL_MODE,
        "navigation": navigation(request),
        "demo_people": PEOPLE if settings.MAALTAL_MODE == "demo" else (),
    }


def municipality() -> Text:
    return defined().name


def navigation(request: HttpRequest) -> tuple[Link, ...]:
    user = getattr(request, "user", None)
    return links(entries(), request) if user is not None and user.is_authenticated else ()


@cache
def entries() -> tuple[Entry, ...]:
    """Every app's `navigation.ENTRIES`, in the order that they ask for."""
    modules = [f"{app}.navigation" for app in settings.APPS if find_spec(f"{app}.navigation")]
    found = [entry for name in modules for entry in getattr(import_module(name), "ENTRIES", ())]
    return tuple(sorted(found, key=lambda entry: entry.order))
