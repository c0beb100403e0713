"""Every change of a post, with its line in the trail."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path
from maaltal.web.registry.models import Holder, Post
from maaltal.web.registry.permissions import check_can_edit_posts
from maaltal.web.trail.actions import record


@transaction.atomic
def fill_post(*, by: Actor, holder: Holder, path: Path, day: date) -> Post:
    """Somebody (or nobody: vacant) holds the post from `holder.valid_from`; whoever held it before stops the day before."""
    check_can_edit_posts(by, path, day)
    before = Post.objects.on(holder.valid_from).filter(unit=holder.unit, kind=holder.kind)
    before.filter(valid_from=holder.valid_from).delete()
    before.update(valid_to=holder.valid_from)
    post = Post.objects.create(
        kind=holder.kind, unit=holder.unit, name=holder.name, email=holder.email, phone=holder.phone,
        valid_from=holder.valid_from, valid_to=holder.valid_to,
    )  # fmt: skip
    facts = {"name": holder.name, "from": holder.valid_from.isoformat()}
    record(who=by.name, what="post-filled", unit=holder.unit, target=holder.kind, facts=facts)
    return post
