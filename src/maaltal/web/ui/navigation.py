"""The main menu: each app says which pages it has and who may open them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    """One line of the menu: a lazy text, the name of its address, its place in the order, and who sees it."""

    text: str | Promise
    route: str
    order: int
    allowed: Callable[[HttpRequest], bool]


@dataclass(frozen=True)
class Link:
    text: str
    address: str
    current: bool = False


def links(entries: Iterable[Entry], request: HttpRequest) -> tuple[Link, ...]:
    """The entries that this person may open; the current one is the one that the page's address begins with."""
    shown = [(str(entry.text), reverse(entry.route)) for entry in entries if entry.allowed(request)]
    return tuple(Link(text, address, request.path.startswith(address)) for text, address in shown)


def crumbs(*above: tuple[str, str] | str) -> tuple[Link, ...]:
    """Breadcrumbs: (text, route) for each page above, and this page's own text last."""
    return tuple(Link(at, "") if isinstance(at, str) else Link(at[0], reverse(at[1])) for at in above)
