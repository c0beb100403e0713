"""What the made-up people have done before somebody looks in: something in each place, so that no page of the demo is empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings

from maaltal.core.organisation import Organisation
from maaltal.core.periods import year
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.make import make
from maaltal.ground.notes.publish import Way
from maaltal.web.accounts.models import User
from maaltal.web.accounts.queries import actor
from maaltal.web.figures.queries.grounds import known_days
from maaltal.web.received import organisation, path, root, today
from maaltal.web.registry.actions import AgreementWords, GoalWords, fill_post, keep_agreement
from maaltal.web.registry.models import CONTACTS, LEADER, Agreement, Holder, Post
from maaltal.web.reports.actions.handing import record_sent, share_edition
from maaltal.web.reports.actions.publishing import publish_note
from maaltal.web.reports.models import Edition
from maaltal.web.reports.queries.grounds import has_small_counts, standing_on
from maaltal.web.targets.actions.break_down import Part, break_down
from maaltal.web.targets.actions.steps import Said, take_step
from maaltal.web.targets.models import BreakDown, Step, TargetSet
from maaltal.web.targets.queries import numbers
from maaltal.web.targets.states import TRANSITIONS

LAST_YEAR = 2024
SINCE = date(LAST_YEAR, 1, 1)


def do_some_work() -> None:
    """Each piece once: what is there is left alone."""
    if not Post.objects.exists():
        fill_posts()
    if not Agreement.objects.exists():
        agree()
    if not BreakDown.objects.exists():
        break_one_down()
    if not Step.objects.exists():
        recommend()
    if known_days() and not Edition.objects.exists():
        make_a_note()


def fill_posts() -> None:
    """Every second administration has its leader and contact persons; in the others the posts are vacant."""
    by = actor(User.objects.get(username="administrator"))
    for number, unit in enumerate(organisation().children(root(), today())):
        for kind in (LEADER, *CONTACTS) if number % 2 else ():
            holder = Holder(kind, unit.code, f"Pia Opdigt {number}{kind[0].upper()}", "", "", SINCE, None)
            fill_post(by=by, holder=holder, path=path(unit.code, today()), day=today())


def agree() -> None:
    """One partnership agreement, of the administration that is broken down."""
    goals = (
        GoalWords("Fem nye virksomhedspraktikker i hvert center", date(LAST_YEAR, 12, 31), "nået"),
        GoalWords("En kontaktperson på hver arbejdsplads", None, ""),
    )
    words = AgreementWords("Prøveaftale om praktik og fleksjob", "", SINCE, None, goals)
    code = own_unit()
    by = actor(User.objects.get(username="koordinator"))
    keep_agreement(by=by, agreement=None, words=words, path=path(code, today()), day=today())


def own_unit() -> str:
    """The administration that the demo's coordinator looks after."""
    return User.objects.get(username="koordinator").grants.values_list("unit", flat=True)[0]


def break_one_down() -> None:
    """The coordinator's targets in equal parts to the centres; what does not come out even is left unallocated."""
    targets = TargetSet.objects.filter(state="adopted", first_year=LAST_YEAR).first()
    if targets is None:
        return
    unit, by = own_unit(), actor(User.objects.get(username="koordinator"))
    parts = equal_parts(targets, unit, organisation(), date(LAST_YEAR, 12, 31))
    if parts:
        break_down(by=by, day=today(), path=path(unit, today()), target_set=targets, version=0, parts=parts)


def equal_parts(targets: TargetSet, unit: str, units: Organisation, day: date) -> list[Part]:
    own = {group: number for (code, group), number in numbers(targets).items() if code == unit}
    centres = [child for child in units.children(unit, day) if units.children(child.code, day)]
    return [
        Part(centre.code, {group: number // len(centres) for group, number in own.items()}, centre.leader or "", "centerleder")
        for centre in centres
    ]  # fmt: skip


def recommend() -> None:
    """The next proposal is under way: its committee has recommended it, the council has it yet to adopt."""
    proposal = TargetSet.objects.filter(state="proposed", alternative=False).order_by("-first_year").first()
    if proposal is None:
        return
    said = Said(body=proposal.body or "Udvalget", day=proposal.decided_on or SINCE)
    by = actor(User.objects.get(username="analytiker"))
    take_step(by=by, day=today(), target_set=proposal, version=proposal.version,
              transition=TRANSITIONS["recommend"], said=said)  # fmt: skip


def make_a_note() -> None:
    """The yearly note, as readers may see it: shared with them, and sent to the committee."""
    ground, by, place = standing_on(), actor(User.objects.get(username="analytiker")), path(root(), today())
    asked = Asked("annual", year(LAST_YEAR), hiding=Hiding(settings.MAALTAL_SMALL_COUNT))
    way = Way(Path(), ("html", "docx", "pdf"))
    edition, _new = publish_note(by=by, path=place, day=today(), made=make(ground, asked, "da"), way=way,
                                 small=has_small_counts(ground, asked))  # fmt: skip
    share_edition(by=by, edition=edition, path=place, day=today())
    record_sent(by=by, edition=edition, path=place, day=today(), recipient="Udvalget", on=today())
