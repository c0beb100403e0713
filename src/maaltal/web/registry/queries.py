"""Who holds the posts of the organisation on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from maaltal.web.registry.models import Holder, Post


def holders(units: Iterable[str], day: date) -> tuple[Holder, ...]:
    """The posts of these units on the day, vacant ones too."""
    return tuple(post.to_core() for post in Post.objects.on(day).filter(unit__in=list(units)))
