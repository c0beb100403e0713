"""The organisation on a day: its tree, who holds its posts, and who is to be found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from maaltal.core.organisation import Organisation, Unit
from maaltal.web.received import organisation
from maaltal.web.registry.models import CONTACTS, LEADER, Holder, Post

MOST_FOUND = 50


@dataclass(frozen=True)
class Place:
    """A unit on a day, how far it lies below the one that was asked for, and who holds its posts (by kind)."""

    unit: Unit
    depth: int
    posts: Mapping[str, Holder]

    @property
    def leader(self) -> str:
        """As registered, else as received; empty when the post is vacant."""
        registered = self.posts.get(LEADER)
        return registered.name if registered else self.unit.leader or ""

    @property
    def has_contacts(self) -> bool:
        """Administrations have contact persons; what lies below them has theirs."""
        return self.unit.level == "administration"

    def has(self, words: str) -> bool:
        """Whether its code, name or leader holds the words."""
        return any(
            words.casefold() in text.casefold() for text in (self.unit.code, self.unit.name, self.leader)
        )

    def vacant(self) -> tuple[str, ...]:
        """The kinds of posts that nobody holds."""
        contacts = [kind for kind in CONTACTS if self.has_contacts and not self.holder_name(kind)]
        return (*([] if self.leader else [LEADER]), *contacts)

    def holder_name(self, kind: str) -> str:
        return self.posts[kind].name if kind in self.posts else ""


def holders(units: Iterable[str], day: date) -> tuple[Holder, ...]:
    """The posts of these units on the day, vacant ones too."""
    return tuple(post.to_core() for post in Post.objects.on(day).filter(unit__in=list(units)))


def history(unit: str) -> tuple[Holder, ...]:
    """Every post of the unit over time, the newest first."""
    return tuple(post.to_core() for post in Post.objects.filter(unit=unit).order_by("kind", "-valid_from"))


def below(code: str, day: date) -> tuple[Place, ...]:
    """The unit and all below it, each before its children."""
    return _with_posts(_tree(organisation(), code, day), day)


def children(code: str, day: date) -> tuple[Place, ...]:
    """The units right below."""
    return _with_posts([(unit, 1) for unit in organisation().children(code, day)], day)


def place(code: str, day: date) -> Place:
    """One unit. KeyError if it is unknown."""
    return _with_posts([(organisation().on(code, day), 0)], day)[0]


def found(words: str, day: date) -> tuple[Place, ...]:
    """The units whose code, name or leader holds the words, those valid on the day first; never more than MOST_FOUND."""
    wanted = words.casefold().strip()
    known = organisation()
    each = [known.on(code, day) for code in known.versions]
    registered = {
        post.unit for post in Post.objects.on(day).filter(kind=LEADER) if wanted in post.name.casefold()
    }
    hits = [unit for unit in each if unit.code in registered or _holds(unit, wanted)]
    hits.sort(key=lambda unit: (not unit.valid_on(day), unit.code.casefold() != wanted))
    return _with_posts([(unit, 0) for unit in hits[:MOST_FOUND]], day)


def _holds(unit: Unit, wanted: str) -> bool:
    return any(wanted in text.casefold() for text in (unit.code, unit.name, unit.leader or ""))


def _tree(known: Organisation, code: str, day: date) -> list[tuple[Unit, int]]:
    """Each unit with how far it lies below the first."""
    depths: dict[str | None, int] = {}
    for unit in known.below(code, day):
        depths[unit.code] = depths.get(unit.parent, -1) + 1
    return [(known.on(unit, day), depth) for unit, depth in depths.items() if unit]


def _with_posts(units: Sequence[tuple[Unit, int]], day: date) -> tuple[Place, ...]:
    posts: dict[str, dict[str, Holder]] = defaultdict(dict)
    for holder in holders([unit.code for unit, _ in units], day):
        posts[holder.unit][holder.kind] = holder
    return tuple(Place(unit, depth, posts.get(unit.code, {})) for unit, depth in units)
