"""Spells: the one kind of row that everything is counted from, and the contract of its columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Literal

from maaltal.core.organisation import Organisation
from maaltal.core.periods import ONE_DAY, from_to
from maaltal.core.schemes import FLEKSJOB, FLEKSJOB_REFORM
from maaltal.core.text import Text

type ColumnType = Literal["text", "date", "hundredths", "flag"]


@dataclass(frozen=True)
class Column:
    """Kolonne (column): its type, whether it may be empty, what holds of it, and what it means."""

    name: str
    type: ColumnType
    required: bool
    constraint: Text
    description: Text


SPELL_COLUMNS = (
    Column("person", "text", True, Text("32 hexcifre", "32 hex digits"),
           Text("Personens pseudonym (HMAC-SHA-256 af CPR-nummeret)", "The person's pseudonym (HMAC-SHA-256 of the CPR number)")),
    Column("scheme", "text", True, Text("en kendt ordnings kode", "the code of a known scheme"),
           Text("Jobordningen", "The scheme")),
    Column("unit", "text", True, Text("en enhed, der findes på startdatoen", "a unit that exists on the start date"),
           Text("Enheden, hvor personen arbejder", "The unit where the person works")),
    Column("start_date", "date", True, Text("1950 eller senere", "1950 or later"),
           Text("Første dag i forløbet", "First day of the spell")),
    Column("end_date", "date", False, Text("ikke før startdatoen", "not before the start date"),
           Text("Sidste dag i forløbet, begge dage med; tom, når det stadig løber",
                "Last day of the spell, itself included; empty while it runs")),
    Column("hours", "hundredths", False, Text("0 til 60 timer", "0 to 60 hours"),
           Text("Timer om ugen, i hundrededele af en time", "Hours a week, in hundredths of an hour")),
    Column("retention", "flag", True, Text("ja eller nej", "yes or no"),
           Text("Fastholdelsesfleksjob: personen var ansat på stedet i forvejen",
                "Retention fleksjob: the person was employed at the place before")),
    Column("excluded", "flag", True, Text("ja eller nej", "yes or no"),
           Text("Tæller ikke med i måltal (plads i nytteprojekt)", "Does not count towards targets (project place)")),
)  # fmt: skip
"""What intake delivers, the store keeps and the engine relies on, in this order."""

FULL_TIME_HOURS = Fraction(37)


@dataclass(frozen=True)
class Spell:
    """Forløb (spell): one person in one scheme in one unit, on the days from `first` to `last`, both counted.

    `began` and `ended` are the registered dates. They differ from `first` and `last` where the extract answers
    for fewer days: a spell begun in 2012 has its first counted day on 1 January in an extract for 2024, and a
    running one (`ended` None) has its last counted day on the extract's last. `hours` a week; None counts as 37.
    """

    person: str
    scheme: str
    unit: str
    first: date
    last: date
    began: date
    ended: date | None = None
    hours: Fraction | None = None
    retention: bool = False
    excluded: bool = False

    def __post_init__(self) -> None:
        if not self.began <= self.first <= self.last <= (self.ended or date.max):
            raise ValueError(f"a spell's days lie inside its registered dates: {self}")

    @property
    def before_reform(self) -> bool:
        """Gammel fleksjobordning (old fleksjob rules): begun before 2013."""
        return self.scheme == FLEKSJOB and self.began < FLEKSJOB_REFORM

    @property
    def full_time_share(self) -> Fraction:
        return (FULL_TIME_HOURS if self.hours is None else self.hours) / FULL_TIME_HOURS

    def days(self) -> Iterator[date]:
        return from_to(self.first, self.last).each_day()


def at_stays(spell: Spell, organisation: Organisation) -> Iterator[Spell]:
    """The spell, cut on the days on which its unit moves to another place in the organisation."""
    for stay in organisation.stays(spell.unit):
        first, last = max(spell.first, stay.first), min(spell.last, stay.last or date.max)
        if first <= last:
            yield replace(spell, first=first, last=last)


def counting_order(spell: Spell) -> tuple[object, ...]:
    """Of two registrations of one day, the one that stands first here is the one that counts."""
    return (spell.person, spell.first, spell.last, -spell.full_time_share, spell.scheme, spell.unit)


@dataclass(frozen=True)
class Run:
    """Sammenhængende forløb (run): registrations of one person, scheme and unit without a day between them."""

    spells: tuple[Spell, ...]

    @property
    def first(self) -> date:
        return min(spell.first for spell in self.spells)

    @property
    def last(self) -> date:
        return max(spell.last for spell in self.spells)

    @property
    def begins(self) -> bool:
        """Whether the first day is a registered start, and not just where the extract begins."""
        return all(spell.began == self.first for spell in self.spells if spell.first == self.first)

    @property
    def ends(self) -> bool:
        """Whether the last day is a registered end, and not just where the extract stops."""
        return all(spell.ended == self.last for spell in self.spells if spell.last == self.last)


def runs(spells: Iterable[Spell]) -> Iterator[Run]:
    """Join by the gap rule: a break of one whole day makes a new run; a new month, year or contract does not."""

    def place(spell: Spell) -> tuple[str, str, str]:
        return (spell.person, spell.scheme, spell.unit)

    for _, same_place in groupby(sorted(spells, key=lambda s: (place(s), counting_order(s))), key=place):
        joined: list[Spell] = []
        for spell in same_place:
            if joined and spell.first > max(earlier.last for earlier in joined) + ONE_DAY:
                yield Run(tuple(joined))
                joined = []
            joined.append(spell)
        yield Run(tuple(joined))
