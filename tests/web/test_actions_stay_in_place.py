"""A right in one place is no right in another: what is written belongs where the path leads that was asked about."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from maaltal.web.accounts.actions import end_role
from maaltal.web.accounts.actor import Role
from maaltal.web.accounts.models import Grant, User
from maaltal.web.accounts.permissions import Denied
from maaltal.web.api.actions import revoke_key
from maaltal.web.api.models import SystemKey
from maaltal.web.money.permissions import check_can_keep_pool
from maaltal.web.process.permissions import check_can_load_files
from maaltal.web.registry.actions import AgreementWords, fill_post, keep_agreement
from maaltal.web.registry.models import Agreement, Holder, Post
from maaltal.web.reports.actions.handing import fetch_file, record_sent, share_edition
from maaltal.web.reports.actions.publishing import publish_note
from maaltal.web.reports.models import Edition, EditionFile
from maaltal.web.reports.permissions import check_can_edit_templates
from maaltal.web.targets.actions.break_down import Part, break_down
from maaltal.web.targets.models import BreakDown, Target, TargetSet
from tests.web.fixtures import as_actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
OWN = ("KK", "BUF")
THERE = "KFF"
NOT_THERE = "does not lead to KFF"


def test_a_post_elsewhere_is_not_filled() -> None:
    holder = Holder("leader", THERE, "Ib Opdigt", "", "", DAY, None)
    with pytest.raises(ValueError, match=NOT_THERE):
        fill_post(by=as_actor(Role.COORDINATOR, "BUF"), holder=holder, path=OWN, day=DAY)
    assert not Post.objects.exists()


def test_an_agreement_elsewhere_is_not_changed() -> None:
    found = Agreement.objects.create(unit=THERE, title="Deres", valid_from=DAY)
    words = AgreementWords("Vores", "", DAY, None, ())
    with pytest.raises(ValueError, match=NOT_THERE):
        keep_agreement(by=as_actor(Role.COORDINATOR, "BUF"), agreement=found, words=words, path=OWN, day=DAY)
    assert Agreement.objects.get().title == "Deres"


@pytest.mark.parametrize("elsewhere", ["KFF-1", "BUF-C1-1", "BUF", "KK"])
def test_only_units_right_below_get_targets(elsewhere: str) -> None:
    part, targets = Part(elsewhere, {"fleksjob": 1}, "", ""), TargetSet.objects.get(name="2026-2027")
    before = Target.objects.count()
    with pytest.raises(ValueError, match="not right below BUF"):
        break_down(
            by=as_actor(Role.COORDINATOR, "BUF"), day=DAY, path=OWN, target_set=targets, version=0, parts=(part,)
        )  # fmt: skip
    assert Target.objects.count() == before
    assert not BreakDown.objects.exists()


def test_a_role_elsewhere_is_not_ended() -> None:
    user = User.objects.create_user(username="ib", name="Ib Opdigt")
    grant = Grant.objects.create(user=user, role="reader", unit=THERE, valid_from=date(2020, 1, 1))
    with pytest.raises(ValueError, match=NOT_THERE):
        end_role(by=as_actor(Role.ADMINISTRATOR, "BUF"), grant=grant, path=OWN, valid_to=DAY, day=DAY)
    assert Grant.objects.get().valid_to is None


def test_a_key_elsewhere_is_not_revoked() -> None:
    key = SystemKey.objects.create(
        system="bi", start="x", digest="x", role="reader", unit=THERE, valid_from=DAY, valid_to=date(2027, 1, 1)
    )  # fmt: skip
    with pytest.raises(ValueError, match=NOT_THERE):
        revoke_key(by=as_actor(Role.ADMINISTRATOR, "BUF"), key=key, path=OWN, day=DAY)
    assert SystemKey.objects.get().revoked_on is None


def test_an_edition_elsewhere_is_neither_shared_nor_handed_over() -> None:
    edition = Edition(unit=THERE, name="n", folder="f", sha256="s", small=False)
    by = as_actor(Role.ANALYST, "BUF")
    with pytest.raises(ValueError, match=NOT_THERE):
        share_edition(by=by, edition=edition, path=OWN, day=DAY)
    with pytest.raises(ValueError, match=NOT_THERE):
        fetch_file(by=by, file=EditionFile(edition=edition, name="n.pdf"), path=OWN, day=DAY)
    with pytest.raises(ValueError, match=NOT_THERE):
        record_sent(by=by, edition=edition, path=OWN, day=DAY, recipient="Udvalget", on=DAY)


def test_a_note_about_another_unit_is_not_made() -> None:
    made = cast("Any", SimpleNamespace(asked=SimpleNamespace(unit=THERE)))
    with pytest.raises(ValueError, match=NOT_THERE):
        publish_note(
            by=as_actor(Role.ANALYST, "BUF"), path=OWN, day=DAY, made=made, way=cast("Any", None), small=False
        )  # fmt: skip


@pytest.mark.parametrize("check", [check_can_load_files, check_can_keep_pool, check_can_edit_templates])
def test_what_is_about_the_whole_municipality_takes_a_right_over_all_of_it(check: Any) -> None:
    check(as_actor(Role.ANALYST), ("KK",), DAY)
    with pytest.raises(Denied):
        check(as_actor(Role.ANALYST, "BUF"), OWN, DAY)
    with pytest.raises(Denied):
        check(as_actor(Role.ANALYST), OWN, DAY)
