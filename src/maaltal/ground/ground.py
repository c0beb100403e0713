"""What every figure stands on: a municipality, a store as known at some moment, and the organisation of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maaltal.core.hidden_figures import Figure
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation, Unit, UnknownUnitsError, join
from maaltal.core.periods import Period
from maaltal.core.schemes import Selection
from maaltal.core.spells import Spell
from maaltal.core.text import Sentence, sentence
from maaltal.definitions import load_municipality
from maaltal.engine.calendar import Calendar
from maaltal.ground.coverage import require_coverage
from maaltal.ground.errors import GroundError, refuse
from maaltal.store import Store, View

if TYPE_CHECKING:
    from maaltal.engine import Figures

NAMED = 5
"""Unknown units that an error names."""
KEPT = 24
"""Counts that a ground keeps: those of the periods that people look at just now."""


@dataclass(frozen=True)
class Ground:
    """A municipality, by its definitions of that name or file, and what its store held `as known`."""

    municipality: Municipality
    store: Store
    view: View
    definitions: str = "koebenhavn"
    counted: dict[tuple[tuple[Selection, ...], Calendar, bool], Figures] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What has been counted already: the notes of many units ask the same. Other target sets count no other figures."""
    hidden: dict[Any, frozenset[Figure]] = field(default_factory=dict, repr=False, compare=False)
    """What `ground.hiding` has worked out already."""
    explained: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `ground.explain` has answered already. It depends on the target sets, so that no other ground is given it."""

    @cached_property
    def organisation(self) -> Organisation:
        return join(self.municipality.units, self.view.units)

    def unit(self, words: str, day: date) -> Unit:
        """The unit with this code or name, however its case; GroundError suggests the nearest."""
        for code, versions in self.organisation.versions.items():
            if words.casefold() in (code.casefold(), *(unit.name.casefold() for unit in versions)):
                return self.organisation.on(code, day)
        raise self._unknown(words)

    def _unknown(self, words: str) -> GroundError:
        spelled = {
            name.casefold(): code
            for code, versions in self.organisation.versions.items()
            for name in (code, *(unit.name for unit in versions))
        }
        near = dict.fromkeys(
            spelled[name] for name in get_close_matches(words.casefold(), spelled, n=4, cutoff=0.5)
        )
        return refuse(
            "no-data", "Enheden '{unit}' findes ikke i organisationen.{hint}", "There is no unit '{unit}' in the organisation.{hint}",
            unit=words, hint=self._suggested(list(near)) if near else "",
        )  # fmt: skip

    def _suggested(self, codes: Sequence[str]) -> Sentence:
        named = ", ".join(f"{code} ({self.organisation.versions[code][-1].name})" for code in codes)
        return sentence(" Mente du {units}?", " Did you mean {units}?", units=named)

    def figures(
        self, selections: Iterable[Selection], calendar: Calendar, *, followed: bool = False
    ) -> Figures:
        """Count everything once, however often it is asked; exits too when people are `followed` to their outcomes.

        StoreError when the store is damaged; GroundError when its spells' units are not known.
        """
        from maaltal.engine import figures

        question = (tuple(selections), calendar, followed)
        found = self.counted.get(question)
        if found is None:
            outcomes = self.view.outcomes if followed else ()
            try:
                with self.store.reading():
                    found = figures(self.view.parts, self.organisation, question[0], calendar, outcomes)
            except UnknownUnitsError as problem:
                raise _without_units(problem.units) from problem
            self.counted[question] = found
            for stale in list(self.counted)[:-KEPT]:
                self.counted.pop(stale, None)
        return found

    def spells(self) -> list[Spell]:
        """Every spell that counts. StoreError when the store is damaged; GroundError when the spells' units are not known."""
        from maaltal.store.rows import spells

        with self.store.reading():
            found = spells(self.view)
        if unknown := {spell.unit for spell in found}.difference(self.organisation.versions):
            raise _without_units(sorted(unknown))
        return found

    def require(self, period: Period) -> None:
        """GroundError unless every source of spells answers for all of the period."""
        require_coverage(self.view, period, self.store.folder)


def ground(folder: Path, municipality: str, as_known: datetime | date | None = None) -> Ground:
    """Open them. Nothing is written, not even the folder."""
    store = Store(folder)
    return Ground(load_municipality(municipality), store, store.view(as_known), municipality)


def _without_units(units: Sequence[str]) -> GroundError:
    more = (
        sentence(" og {count} til", " and {count} more", count=len(units) - NAMED)
        if len(units) > NAMED
        else ""
    )
    return refuse(
        "no-data", "Lageret har forløb i enheder, som organisationen ikke har: {units}{more}. Indlæs en organisation med dem.",
        "The store has spells in units that the organisation lacks: {units}{more}. Load an organisation with them.",
        units=", ".join(units[:NAMED]), more=more,
    )  # fmt: skip


def within_one_year(period: Period) -> int:
    """The year that the period lies in. GroundError when it lies in several."""
    if period.start.year != period.last_day.year:
        raise refuse(
            "question", "Perioden {period} ligger i flere år; måltal gælder ét år ad gangen.",
            "The period {period} lies in several years; targets are for one year at a time.", period=period,
        )  # fmt: skip
    return period.start.year
