"""Every change of posts and agreements, each with its line in the trail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from maaltal.web.accounts.actor import Actor
from maaltal.web.accounts.permissions import Path, check_leads_to
from maaltal.web.registry.models import Agreement, Goal, Holder, Post
from maaltal.web.registry.permissions import check_can_edit_agreements, check_can_edit_posts
from maaltal.web.trail.actions import record


@transaction.atomic
def fill_post(*, by: Actor, holder: Holder, path: Path, day: date) -> Post:
    """Somebody (or nobody: vacant) holds the post from `holder.valid_from`.

    Whoever held it before stops the day before; whoever is already to take it over later still does.
    """
    check_can_edit_posts(by, path, day)
    check_leads_to(path, holder.unit)
    same_post = Post.objects.filter(unit=holder.unit, kind=holder.kind)
    same_post.filter(valid_from=holder.valid_from).delete()
    same_post.on(holder.valid_from).update(valid_to=holder.valid_from)
    following = same_post.filter(valid_from__gt=holder.valid_from).order_by("valid_from").first()
    ends = [end for end in (holder.valid_to, following and following.valid_from) if end]
    post = Post.objects.create(
        kind=holder.kind, unit=holder.unit, name=holder.name, email=holder.email, phone=holder.phone,
        valid_from=holder.valid_from, valid_to=min(ends, default=None),
    )  # fmt: skip
    record(who=by.name, what="post-filled", unit=holder.unit, target=holder.kind, facts=_post_facts(post))
    return post


def _post_facts(post: Post) -> dict[str, object]:
    ends = post.valid_to.isoformat() if post.valid_to else None
    return {"name": post.name, "from": post.valid_from.isoformat(), "to": ends}


@dataclass(frozen=True)
class GoalWords:
    """A goal as somebody wrote it."""

    text: str
    due: date | None
    outcome: str


@dataclass(frozen=True)
class AgreementWords:
    """An agreement as somebody wrote it."""

    title: str
    case_number: str
    valid_from: date
    valid_to: date | None
    goals: tuple[GoalWords, ...]


@transaction.atomic
def keep_agreement(
    *, by: Actor, agreement: Agreement | None, words: AgreementWords, path: Path, day: date
) -> Agreement:
    """A new agreement (None) of the unit that `path` leads to, or a changed one; its goals are those given.

    A new one that is there already, as after a double click, is not made again.
    """
    check_can_edit_agreements(by, path, day)
    if agreement is None and (same := _same(path[-1], words)):
        return same
    kept = agreement or Agreement(unit=path[-1])
    check_leads_to(path, kept.unit)
    kept.title, kept.case_number = words.title, words.case_number
    kept.valid_from, kept.valid_to = words.valid_from, words.valid_to
    kept.save()
    _keep_goals(kept, words.goals)
    what = "agreement-changed" if agreement else "agreement-made"
    facts = {"title": kept.title, "goals": len(words.goals)}
    record(who=by.name, what=what, unit=kept.unit, target=str(kept.pk), facts=facts)
    return kept


def _same(unit: str, words: AgreementWords) -> Agreement | None:
    alike = Agreement.objects.filter(
        unit=unit, title=words.title, case_number=words.case_number, valid_from=words.valid_from, valid_to=words.valid_to
    )  # fmt: skip
    return next((each for each in alike if _goals_of(each) == words.goals), None)


def _goals_of(agreement: Agreement) -> tuple[GoalWords, ...]:
    return tuple(GoalWords(goal.text, goal.due, goal.outcome) for goal in agreement.goals.all())


def _keep_goals(agreement: Agreement, goals: Sequence[GoalWords]) -> None:
    agreement.goals.all().delete()
    Goal.objects.bulk_create(
        Goal(agreement=agreement, text=goal.text, due=goal.due, outcome=goal.outcome) for goal in goals
    )
