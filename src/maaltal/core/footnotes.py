"""Footnotes: what a reader must know to read a figure right."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.catalogue import HEADCOUNT, PERSONS_AFFECTED
from maaltal.core.fulfilment import CombinationMethod
from maaltal.core.measures import Denominator
from maaltal.core.periods import year
from maaltal.core.rounding import percent
from maaltal.core.status import GroupLine, Status, parts_of
from maaltal.core.text import Sentence, sentence


@dataclass(frozen=True)
class Footnote:
    """Fodnote (footnote): a code that programs can count on, and the sentence that people read."""

    code: str
    text: Sentence


def basis(status: Status, denominator: Denominator) -> Iterator[Footnote]:
    """Opgørelsesgrundlag (basis): the day of a headcount, what the spells are, and the days divided by."""
    for line in status.groups:
        yield from _counted_in(line, status)
    if status.period != year(status.period.start.year):
        yield Footnote("denominator", _DENOMINATORS[denominator])


def _counted_in(line: GroupLine, status: Status) -> Iterator[Footnote]:
    if line.measure == HEADCOUNT:
        yield Footnote("headcount-day", sentence(
            "Status for {group} er opgjort i antal ansatte {day}.",
            "Status for {group} is counted in employees on {day}.",
            group=line.group.label.inside, day=status.period.last_day,
        ))  # fmt: skip
    if line.measure == PERSONS_AFFECTED:
        yield Footnote("persons-affected", sentence(
            "Status for {group} er opgjort i antal berørte i løbet af {period}.",
            "Status for {group} is counted in persons affected during {period}.",
            group=line.group.label.inside, period=status.period,
        ))  # fmt: skip
    if line.spells is not None:
        yield Footnote("spells-column", sentence(
            "Antal forløb er ikke helårspersoner, men hvor mange forløb opgørelsen i helårspersoner svarer til.",
            "Spells are not full-year persons, but how many spells the full-year persons correspond to.",
        ))  # fmt: skip


_DENOMINATORS: dict[Denominator, Sentence] = {
    "period": sentence(
        "Helårspersoner er dage i forløb divideret med periodens dage: det gennemsnitlige antal personer, som kan sammenlignes med et årligt måltal.",
        "Full-year persons are days in spells divided by the days of the period: the average number of persons, comparable with a yearly target.",
    ),
    "year": sentence(
        "Helårspersoner er dage i forløb divideret med hele årets dage: hvad der er optjent indtil nu.",
        "Full-year persons are days in spells divided by the days of the whole year: what has been earned so far.",
    ),
}


def combination(status: Status) -> Iterator[Footnote]:
    """The method of combined fulfilment, and the weights where it has some."""
    if not status.combined:
        return
    labels = {line.group.code: line.group.label for line in status.groups}
    method, shares = status.combined.method, status.combined.weights
    if method.code != "target-weighted":
        yield Footnote("combined-method", sentence(
            "Samlet målopfyldelse {period}: {method}.", "Combined fulfilment {period}: {method}.",
            period=status.period, method=method.label,
        ))  # fmt: skip
        return
    for group, share in shares.items():
        yield Footnote("combined-weights", sentence(
            "Samlet målopfyldelse {period}: måltallet for {group} vægter {weight} pct., efter dets andel af kommunens samlede måltal.",
            "Combined fulfilment {period}: the target for {group} weighs {weight} per cent, its share of the municipality's total target.",
            period=status.period, group=labels[group].inside, weight=percent(share),
        ))  # fmt: skip


def missing_targets(status: Status) -> Iterator[Footnote]:
    """Manglende måltal (missing targets): why fulfilment is left out."""
    lacking = [line for line in status.groups if line.target is None]
    for line in lacking:
        yield Footnote("no-target", sentence(
            "Der er ikke fastsat et måltal for {unit} for {group} i måltalssættet {targets}.",
            "No target was set for {unit} for {group} in the target set {targets}.",
            unit=status.unit.code, group=line.group.label.inside, targets=status.target_set.name,
        ))  # fmt: skip


def breaks(
    earlier: Status, later: Status, common: CombinationMethod, municipality: str
) -> Iterator[Footnote]:
    """Databrud (series breaks) between two statuses of one unit that stand beside each other.

    Where the method of combined fulfilment changed, both are also given by the `common` one.
    """
    yield from _changed_measures(earlier, later)
    if earlier.combined and later.combined and earlier.combined.method.code != later.combined.method.code:
        yield Footnote("method-changed", sentence(
            "Metoden for samlet målopfyldelse er ændret fra {before} til {after}. Med {common} er den {first} pct. i {early} og {second} pct. i {late}.",
            "The method changed from {before} to {after}. By {common} it is {first} per cent in {early} and {second} per cent in {late}.",
            before=earlier.combined.method.label, after=later.combined.method.label, common=common.label,
            early=earlier.period, late=later.period,
            first=percent(like_for_like(earlier, common, municipality)),
            second=percent(like_for_like(later, common, municipality)),
        ))  # fmt: skip


def like_for_like(status: Status, method: CombinationMethod, municipality: str) -> Fraction:
    """Sammenlignelig målopfyldelse (like-for-like fulfilment): the status's combined fulfilment by another method."""
    return method.combine(parts_of(status.groups, status.target_set, municipality))


def _changed_measures(earlier: Status, later: Status) -> Iterator[Footnote]:
    before = {line.group.code: line for line in earlier.groups}
    for line in later.groups:
        old = before.get(line.group.code)
        if old and old.measure != line.measure:
            yield Footnote("series-break", sentence(
                "{group} er opgjort som {was} i {early} og som {now} i {late}: tallene kan ikke sammenlignes.",
                "{group} is counted as {was} in {early} and as {now} in {late}: the figures cannot be compared.",
                group=line.group.label, was=old.measure.label, now=line.measure.label,
                early=earlier.period, late=later.period,
            ))  # fmt: skip
        if old and old.group.schemes != line.group.schemes:
            yield Footnote("schemes-changed", sentence(
                "{group}: ordningerne bag måltallet er ikke de samme i {early} og {late}.",
                "{group}: the schemes behind the target are not the same in {early} and {late}.",
                group=line.group.label, early=earlier.period, late=later.period,
            ))  # fmt: skip
