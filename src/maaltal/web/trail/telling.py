"""Events told in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from maaltal.core.periods import ONE_DAY
from maaltal.documents.numbers import show
from maaltal.web.received import language, the_ground, today, unit_name
from maaltal.web.trail.models import Event
from maaltal.web.trail.words import VALUES, WORDS

NOTHING = "–"
SHORT = 8
"""So many signs of a long number tell things apart in a list."""
DAYS = frozenset({"from", "to", "day", "on"})


class Shown(dict[str, str]):
    """The facts in words; what an older event lacks is a dash."""

    def __missing__(self, name: str) -> str:
        return NOTHING


def kind(what: str) -> str:
    """What an event is called."""
    return str(WORDS[what].kind) if what in WORDS else what


def told(event: Event) -> str:
    """The event in one sentence."""
    facts = Shown(
        {name: _fact(name, value) for name, value in (event.facts | {"target": event.target}).items()}
    )
    if event.what not in WORDS:
        return _joined([f"{name}: {value}" for name, value in facts.items() if value])
    words = WORDS[event.what]
    there = [str(clause) % facts for name, clause in words.clauses.items() if facts.get(name)]
    empty = [str(clause) for name, clause in words.lacking.items() if not facts.get(name)]
    return _joined([str(words.sentence) % facts, *empty, *there])


def _joined(parts: list[str]) -> str:
    return f"{', '.join(parts)}." if parts else ""


def _fact(name: str, value: object) -> str:
    """A fact in words; empty for one that says nothing."""
    if value in (None, "", False, [], {}):
        return ""
    if isinstance(value, Mapping):
        return "; ".join(_part(place, held) for place, held in value.items())
    if isinstance(value, list):
        return _years(value) if name == "years" else ", ".join(map(str, value))
    if (known := VALUES.get(name, {}).get(value)) is not None:
        return str(known)
    return _day(name, str(value)) if name in DAYS else _shortened(str(value))


def _part(place: str, held: object) -> str:
    """A target before and after ("BUF/fleksjob": [10, 12]), or what stands at a unit."""
    unit, _slash, group = place.partition("/")
    if not isinstance(held, list):
        return f"{unit_name(unit, today())}: {held or NOTHING}"
    labels = {each.code: each.label for each in the_ground().municipality.groups}
    group_name = show(labels[group], language()) if group in labels else group
    before, after = (NOTHING if number is None else str(number) for number in held)
    return _("%(unit)s, %(group)s: fra %(before)s til %(after)s") % {
        "unit": unit_name(unit, today()), "group": group_name, "before": before, "after": after,
    }  # fmt: skip


def _years(years: list[object]) -> str:
    return "–".join(dict.fromkeys(map(str, years)))


def _day(name: str, value: str) -> str:
    """The last day for an end, which is written as the day after it."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return str(show(day - ONE_DAY if name == "to" else day, language()))


def _shortened(value: str) -> str:
    try:
        return str(UUID(value))[:SHORT]
    except ValueError:
        return value
