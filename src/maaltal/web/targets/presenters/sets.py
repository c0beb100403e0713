"""The list of target sets, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.municipality import Municipality
from maaltal.core.periods import year
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.presenters.decision import standing
from maaltal.web.targets.presenters.words import alternative, day, number, said, state, variant, years
from maaltal.web.targets.timeline import Stretch, stretches


@dataclass(frozen=True)
class Bar:
    """A stretch as a part of a line that is a year long."""

    x: int
    width: int
    text: str
    address: str
    shade: int


@dataclass(frozen=True)
class Line:
    """One set in the list."""

    label: str
    address: str
    years: str
    state: str
    variant: str
    standing: str
    totals: str
    alternative: str


@dataclass(frozen=True)
class YearPart:
    """A year: what is in force when, and every set for it."""

    year: int
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]


def year_parts(sets: Iterable[TargetSet], known: Municipality) -> tuple[YearPart, ...]:
    """Newest year first."""
    sets = list(sets)
    found = sorted({year for each in sets for year in each.years}, reverse=True)
    return tuple(
        YearPart(
            number, bars(stretches(known, number)),
            tuple(_line(each, known) for each in _in_order(sets, number, known)),
        )
        for number in found
    )  # fmt: skip


def _in_order(sets: list[TargetSet], year: int, known: Municipality) -> list[TargetSet]:
    """As figures rank them, withdrawn ones last."""
    order = [targets.name for targets in known.target_sets_for(year)]
    here = [each for each in sets if year in each.years]
    return sorted(here, key=lambda each: order.index(each.name) if each.name in order else len(order))


def bars(found: tuple[Stretch, ...]) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            stretch.first.timetuple().tm_yday - 1, (stretch.last - stretch.first).days + 1,
            _("%(first)s til %(last)s: %(label)s")
            % {"first": day(stretch.first), "last": day(stretch.last), "label": said(stretch.targets.label)},
            reverse("targets:set", args=[stretch.targets.name]), n % 2,
        )
        for n, stretch in enumerate(found)
    )  # fmt: skip


def _line(each: TargetSet, known: Municipality) -> Line:
    return Line(
        label=said(each.label), address=reverse("targets:set", args=[each.name]), years=years(each.first_year, each.last_year),
        state=state(each.state), variant=variant(each.state), standing=standing(each),
        totals=totals(each, known), alternative=alternative(each),
    )  # fmt: skip


def totals(each: TargetSet, known: Municipality) -> str:
    """The municipality's own targets by group, in one line."""
    numbers = {target.group: target.number for target in each.targets.all() if target.unit == known.code}
    return "; ".join(
        f"{said(group.label)}: {number(numbers[group.code])}"
        for group in known.groups_in(year(each.first_year))
        if group.code in numbers
    )
