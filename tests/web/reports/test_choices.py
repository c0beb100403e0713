"""What the register gives to notes."""

from datetime import date

import pytest

from maaltal.ground.notes.contacts import _read
from maaltal.web.registry.models import Post
from maaltal.web.reports.queries.choices import registered_contacts

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\x85", "\N{LINE SEPARATOR}"])
def test_what_is_typed_as_a_name_stays_in_its_unit(between: str) -> None:
    Post.objects.create(kind="leader", unit="BUF", name=f'"Bo{between}KFF;leader;Ib;ib@x', valid_from=DAY)
    Post.objects.create(kind="leader", unit="KFF", name="Liv Opdigt", email="liv@x", valid_from=DAY)
    found = dict(_read(registered_contacts(["BUF", "KFF"], DAY)))
    assert found["BUF", "leader"] == ('"Bo KFF,leader,Ib,ib@x', "")
    assert found["KFF", "leader"] == ("Liv Opdigt", "liv@x")


def test_nobody_known_is_no_file() -> None:
    assert registered_contacts(["BUF"], DAY) == ""
