"""Rates: dated numbers of law, each with its source and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from maaltal.core.economics.amounts import MoneyError
from maaltal.core.periods import ONE_DAY
from maaltal.core.text import Sentence, Text, sentence

type Unit = Literal["kr./month", "kr./year", "kr./hour", "share"]


class Certainty(StrEnum):
    """Sikkerhed (certainty): what a rate's value stands on."""

    LAW = "law"
    OFFICIAL = "official"
    PAGE = "page"
    CALCULATED = "calculated"
    GENERAL = "general-knowledge"
    OWN = "own"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Certainty.LAW: Text("lovtekst", "law text"),
    Certainty.OFFICIAL: Text("myndighedens side", "the authority's page"),
    Certainty.PAGE: Text("en anden side, ikke efterprøvet", "another page, not verified"),
    Certainty.CALCULATED: Text("beregnet", "calculated"),
    Certainty.GENERAL: Text("almen viden, uden kilde", "general knowledge, no source"),
    Certainty.OWN: Text("kommunens egen", "the municipality's own"),
}


@dataclass(frozen=True)
class Rate:
    """Sats (rate): `value` (kr., or a share of 1) from `valid_from` up to, but not including, `valid_to`.

    `remark` is set when it stands in for the one that was asked for, such as an older one. `level` is the year whose
    prices the law states it in, where that is not the year it holds from.
    """

    code: str
    label: Text
    unit: Unit
    value: Fraction
    valid_from: date
    valid_to: date | None
    source: str
    certainty: Certainty
    remark: Sentence | None = None
    level: int | None = None

    @property
    def price_level(self) -> int:
        return self.level or self.valid_from.year

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class MissingRateError(MoneyError):
    """A rate that nobody has given for the day."""


@dataclass(frozen=True)
class RateBook:
    """Satser (rate book): rates in the order in which they are believed, the municipality's own first.

    `older` allows the latest earlier value where the day has none; the rate then says so.
    """

    rates: tuple[Rate, ...]
    file: str
    older: bool = False

    def on(self, code: str, day: date) -> Rate:
        """The rate that holds on a day. MissingRateError when there is none."""
        found = next((rate for rate in self._of(code) if rate.holds_on(day)), None)
        if found:
            return found
        if self.older and (earlier := self.before(code, day)):
            return _marked(earlier, day)
        raise self._missing(code, day)

    def before(self, code: str, day: date) -> Rate | None:
        """The latest that began on or before the day, whether it still holds or not."""
        begun = [rate for rate in self._of(code) if rate.valid_from <= day]
        return max(begun, key=lambda rate: rate.valid_from, default=None)

    def codes(self, beginning: str) -> tuple[str, ...]:
        """The codes that begin so, each once."""
        return tuple(dict.fromkeys(rate.code for rate in self.rates if rate.code.startswith(beginning)))

    def _of(self, code: str) -> Iterable[Rate]:
        return (rate for rate in self.rates if rate.code == code)

    def _missing(self, code: str, day: date) -> MissingRateError:
        known = list(self._of(code))
        label = known[0].label if known else Text(code, code)
        before, after = (
            self.before(code, day),
            min(
                (rate for rate in known if rate.valid_from > day),
                key=lambda rate: rate.valid_from,
                default=None,
            ),
        )
        days = ", ".join(_days(rate) for rate in (before, after) if rate) or "-"
        return MissingRateError(sentence(
            "Satsen '{code}' ({label}) mangler for {day}: de nærmeste i {file} er {known}. Skriv den i en TOML-fil som [[value]] med "
            "code = \"{code}\", amount, valid_from, valid_to og source, og giv filen med --rates; eller brug den seneste før med --older-rates.",
            "The rate '{code}' ({label}) is missing for {day}: the nearest in {file} are {known}. Write it in a TOML file as [[value]] with "
            "code = \"{code}\", amount, valid_from, valid_to and source, and give the file with --rates; or use the latest before with "
            "--older-rates.", code=code, label=label, day=day, file=self.file, known=days))  # fmt: skip


def _marked(rate: Rate, day: date) -> Rate:
    return replace(rate, remark=sentence(
        "ældre end {day}: satsen for dagen mangler", "older than {day}: the day's own rate is missing", day=day))  # fmt: skip


def _days(rate: Rate) -> str:
    last = (rate.valid_to - ONE_DAY).isoformat() if rate.valid_to else ""
    return f"{rate.valid_from.isoformat()}..{last}"
