"""Contradictions between what status tables say in words: headings, footnotes, bases of counting, target years, weights."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from maaltal.core.audit.figures import Basis, Figure, StatusTable
from maaltal.core.audit.groups import groups
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.said import Mention
from maaltal.core.audit.status import Statuses
from maaltal.core.audit.status_table import MUNICIPALITY
from maaltal.core.rounding import percent
from maaltal.core.text import Text, sentence

BASES: dict[Basis, Text] = {
    "employees": Text("ansatte", "employees"),
    "affected": Text("berørte", "persons affected"),
}


def label_contradictions(statuses: Statuses) -> Iterator[Discrepancy]:
    """Everything that the tables of a status note say against each other in words."""
    for table in statuses.tables:
        yield from _heading(table)
    yield from _footnotes(statuses)
    yield from _two_bases(statuses)
    yield from _weights(statuses)


def _heading(table: StatusTable) -> Iterator[Discrepancy]:
    heading = table.spells_heading
    if heading and heading.year != table.year:
        yield Discrepancy("contradiction", "heading-year", sentence(
            "{table} er for {year}, men kolonnen med antal forløb har overskriften {headed}.",
            "{table} is for {year}, but its column of spells is headed {headed}.",
            table=table.title, year=table.year, headed=heading.year,
        ), (heading.place,))  # fmt: skip


def _footnotes(statuses: Statuses) -> Iterator[Discrepancy]:
    """Footnotes that say another basis of counting, or another year, than the municipality's table of that year."""
    for year in statuses.rules:
        whole = statuses.municipality(year)
        stated = whole.basis if whole else None
        odd = [t.basis for t in statuses.year(year) if t.basis and stated and _says(t) != _says(whole)]
        if odd and stated and stated.basis and odd[0].basis:
            yield Discrepancy("contradiction", "footnote-basis", sentence(
                "{count} fodnoter siger {basis} i {when}, men kommunens tabel for {year} siger {stated} i {then}.",
                "{count} footnotes say {basis} in {when}, but the municipality's table for {year} says {stated} in {then}.",
                count=len(odd), basis=BASES[odd[0].basis], when=odd[0].year, year=year,
                stated=BASES[stated.basis], then=stated.year,
            ), (*(note.place for note in odd), stated.place))  # fmt: skip


def _says(table: StatusTable | None) -> tuple[object, object] | None:
    return (table.basis.basis, table.basis.year) if table and table.basis else None


def _two_bases(statuses: Statuses) -> Iterator[Discrepancy]:
    """The municipality's fleksjob of two years, compared although they are counted differently."""
    tables = [table for year in sorted(statuses.rules) if (table := statuses.municipality(year))]
    for earlier, later in pairwise(tables):
        if not (earlier.basis and later.basis and earlier.basis.basis and later.basis.basis):
            continue
        if earlier.basis.basis != later.basis.basis:
            figures = [_fleksjob(earlier), _fleksjob(later)]
            yield Discrepancy("contradiction", "two-bases", sentence(
                "{first} {was} i {early} og {second} {now} i {late} er opgjort på hver sin måde og kan ikke sammenlignes.",
                "{first} {was} in {early} and {second} {now} in {late} are counted in different ways and cannot be compared.",
                first=figures[0].printed if figures[0] else "", was=BASES[earlier.basis.basis], early=earlier.year,
                second=figures[1].printed if figures[1] else "", now=BASES[later.basis.basis], late=later.year,
            ), tuple(figure.place for figure in figures if figure))  # fmt: skip


def _fleksjob(table: StatusTable) -> Figure | None:
    return next((group.one("status") for group in groups(table) if group.is_count), None)


def _weights(statuses: Statuses) -> Iterator[Discrepancy]:
    """Weights stated in the text against the municipality's targets."""
    stated = [mention for mention in statuses.mentions if mention.column == "weight"]
    for mention in stated:
        share = _share(statuses.municipality(mention.year), mention)
        if share is not None and percent(share) != mention.figure.value:
            yield Discrepancy("contradiction", "stated-weight", sentence(
                "Teksten siger, at måltallet vægter {stated} i {year}, men måltallene giver {used} pct.",
                "The text says that the target weighs {stated} in {year}, but the targets give {used} pct.",
                stated=mention.figure.printed, year=mention.year, used=percent(share),
            ), (mention.figure.place,))  # fmt: skip


def _share(table: StatusTable | None, mention: Mention) -> Fraction | None:
    if table is None:
        return None
    targets = {group.is_count: target.value for group in groups(table) if (target := group.one("target"))}
    whole = sum(targets.values(), Fraction(0))
    own = targets.get(mention.subject == "fleksjob")
    return own / whole if own is not None and whole and len(targets) > 1 else None


def two_target_years(statuses: Statuses) -> Iterator[Discrepancy]:
    """Administrations whose targets add up to last year's target of the municipality, not to this year's."""
    for year, rules in statuses.rules.items():
        now, before = statuses.municipality(year), statuses.municipality(year - 1)
        if not (rules.last_years_targets and now and before):
            continue
        old = {group.name: group.one("target") for group in groups(before)}
        for group in groups(now):
            target, last = group.one("target"), old.get(group.name)
            units = [
                f for t in statuses.year(year) if t.unit != MUNICIPALITY and (f := _target(t, group.name))
            ]
            sum_ = sum((figure.value for figure in units), Fraction(0))
            if target and last and sum_ == last.value != target.value:
                yield Discrepancy("contradiction", "two-target-years", sentence(
                    "{group}: forvaltningernes måltal giver {sum}, som er kommunens måltal for {before}; kommunens måltal for {year} er {target}.",
                    "{group}: the administrations' targets add to {sum}, the municipality's target for {before}; its target for {year} is {target}.",
                    group=group.label, sum=sum_, before=year - 1, year=year, target=target.value,
                ), (target.place, last.place, *(figure.place for figure in units)))  # fmt: skip


def _target(table: StatusTable, name: str) -> Figure | None:
    return next((group.one("target") for group in groups(table) if group.name == name), None)
