"""The yearly status as a document: the note's tables, their footnotes, and what they stand on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from maaltal.core.disclosure import THRESHOLD
from maaltal.core.footnotes import Footnote, basis, breaks, combination, missing_targets
from maaltal.core.hidden_decimals import hidden_decimals
from maaltal.core.measures import Denominator
from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period
from maaltal.core.schemes import SchemeGroup
from maaltal.core.status import Status
from maaltal.core.text import Text, sentence
from maaltal.documents.document import Document
from maaltal.documents.hiding import Hides, group_figure, hidden_note
from maaltal.documents.status_overview import overview
from maaltal.documents.status_table import MARKS, status_table
from maaltal.documents.tables import Note, Table


@dataclass(frozen=True)
class Beside:
    """A unit's status, and the year before's where there is one."""

    now: Status
    before: Status | None

    def both(self) -> tuple[Status, ...]:
        return (self.now, self.before) if self.before else (self.now,)


@dataclass(frozen=True)
class YearlyStatus:
    """Årsstatus (yearly status): the statuses of the named units, the year before beside them, and units below.

    `below` are printed as a table each, `listed` as the rows of one table; of the `empty` groups the municipality
    has nothing at all. `hides` has what the reader may not see, by period: figures of fewer than
    `threshold` persons, and more.
    """

    municipality: Municipality
    named: tuple[Beside, ...]
    below: tuple[Status, ...]
    listed: tuple[Status, ...]
    denominator: Denominator
    empty: tuple[SchemeGroup, ...] = ()
    hides: Mapping[Period, Hides] = field(default_factory=dict)
    threshold: int = THRESHOLD

    def hidden(self, period: Period) -> Hides:
        return self.hides.get(period, ())


def yearly_status(parts: YearlyStatus, stands_on: Sequence[Table], dated: datetime | None) -> Document:
    """The document; its tables are coded by unit and period, such as `BIF-2024`, and `units` for the listed ones."""
    title = sentence(
        "Årsstatus for de særlige jobordninger: {units}, {period}", "Yearly status for the special job schemes: {units}, {period}",
        units=_named(parts), period=parts.named[0].now.period,
    )  # fmt: skip
    return Document(title, tuple(_tables(parts)), tuple(_notes(parts)), tuple(stands_on), dated)


def _named(parts: YearlyStatus) -> Text | str:
    if len(parts.named) == 1:
        return unit_name(parts.named[0].now, parts.municipality)
    return ", ".join(pair.now.unit.code for pair in parts.named)


def unit_name(status: Status, municipality: Municipality) -> Text | str:
    return municipality.name if status.unit.code == municipality.code else status.unit.name


def _tables(parts: YearlyStatus) -> Iterator[Table]:
    for pair in parts.named:
        yield _table(pair.now, parts)
        if pair.before:
            yield _table(pair.before, parts, _breaks(pair, parts))
    for status in parts.below:
        yield _table(status, parts)
    if parts.listed:
        yield overview(parts.listed, _named(parts), parts.hidden(parts.listed[0].period))


def _table(status: Status, parts: YearlyStatus, more: Iterable[Footnote] = ()) -> Table:
    hides = parts.hidden(status.period)
    # What hidden decimals explain is told by figures, of which some may be hidden.
    told = any(figure.unit == status.unit.code for figure in hides)
    notes = (*missing_targets(status), *(() if told else hidden_decimals(status)), *more)
    return status_table(status, unit_name(status, parts.municipality), tuple(map(unmarked, notes)), hides)


def _breaks(pair: Beside, parts: YearlyStatus) -> Iterator[Footnote]:
    common = parts.municipality.method_in(pair.now.period.start.year)
    if common is None or pair.before is None:
        return
    gone = any(
        group_figure(each.unit.code, line) in parts.hidden(each.period)
        for each in pair.both() for line in each.groups
    )  # fmt: skip
    for footnote in breaks(pair.before, pair.now, common, parts.municipality.code):
        # Combined fulfilment by the other method is told by figures, too.
        if footnote.code != "method-changed" or not gone:
            yield footnote


def _notes(parts: YearlyStatus) -> Iterator[Note]:
    """What holds for several tables: once each, in the order of their marks."""
    found: dict[tuple[str, str], Note] = {}
    for status in (status for pair in parts.named for status in pair.both()):
        for footnote in (*basis(status, parts.denominator), *combination(status)):
            mark = MARKS[footnote.code]
            found.setdefault((mark, str(footnote.text)), Note(footnote.code, footnote.text, mark))
    yield from (found[key] for key in sorted(found, key=lambda key: len(key[0])))
    if any(parts.hides.values()):
        yield hidden_note(parts.threshold)
    for group in parts.empty:
        yield Note("empty", sentence(
            "OBS: Der er ingen forløb i {group} i hele kommunen i perioden. Er filen med dem indlæst?",
            "NB: There are no spells in {group} in the whole municipality in the period. Has the file with them been loaded?",
            group=group.label,
        ))  # fmt: skip


def unmarked(footnote: Footnote) -> Note:
    return Note(footnote.code, footnote.text)
