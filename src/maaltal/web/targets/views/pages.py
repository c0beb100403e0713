"""What every page of targets begins with."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.permissions import check_can_see_targets
from maaltal.web.targets.presenters.words import said
from maaltal.web.targets.queries import find
from maaltal.web.ui.navigation import Link


def seer(request: HttpRequest) -> Actor:
    """Who asks, if they may see targets. Denied otherwise."""
    actor = actor_of(request)
    check_can_see_targets(actor, today())
    return actor


def seen(request: HttpRequest, name: str) -> tuple[Actor, TargetSet]:
    """Who asks, and the set. Denied or Http404."""
    return seer(request), find(name)


def breadcrumbs(*links: Link, here: str = "") -> list[Link]:
    """The way from the list to this page."""
    return [Link(_("Måltal"), reverse("targets:sets")), *links, *([Link(here, "")] if here else [])]


def set_link(target_set: TargetSet) -> Link:
    return Link(said(target_set.label), reverse("targets:set", args=[target_set.name]))


def while_typing(request: HttpRequest) -> bool:
    """Whether htmx asks for what changes on a page that stays. When it goes back in time, it asks for the whole page."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
