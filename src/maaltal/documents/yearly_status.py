"""The yearly status as a document: the note's tables, their footnotes, and what they stand on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from maaltal.core.footnotes import Footnote, basis, breaks, combination, missing_targets
from maaltal.core.hidden_decimals import hidden_decimals
from maaltal.core.measures import Denominator
from maaltal.core.municipality import Municipality
from maaltal.core.status import Status
from maaltal.core.text import Text, sentence
from maaltal.documents.status_overview import overview
from maaltal.documents.status_table import MARKS, status_table
from maaltal.documents.tables import Document, Note, Table


@dataclass(frozen=True)
class YearlyStatus:
    """Årsstatus (yearly status): one unit's status, the year before beside it, and the statuses of units below.

    `below` are printed as a table each, `listed` as the rows of one table.
    """

    municipality: Municipality
    main: Status
    earlier: Status | None
    below: tuple[Status, ...]
    listed: tuple[Status, ...]
    denominator: Denominator


def yearly_status(parts: YearlyStatus, stands_on: Sequence[Table], dated: datetime | None) -> Document:
    """The document; its tables are coded by unit and period, such as `BIF-2024`."""
    title = sentence(
        "Årsstatus for de særlige jobordninger: {unit}, {period}", "Yearly status for the special job schemes: {unit}, {period}",
        unit=unit_name(parts.main, parts.municipality), period=parts.main.period,
    )  # fmt: skip
    return Document(title, tuple(_tables(parts)), tuple(_notes(parts)), tuple(stands_on), dated)


def unit_name(status: Status, municipality: Municipality) -> Text | str:
    return municipality.name if status.unit.code == municipality.code else status.unit.name


def _tables(parts: YearlyStatus) -> Iterator[Table]:
    for status in _printed_in_full(parts):
        notes = [*missing_targets(status), *hidden_decimals(status)]
        if status is parts.earlier:
            notes += _breaks(parts)
        name = unit_name(status, parts.municipality)
        yield status_table(status, name, tuple(map(unmarked, notes)))
    if parts.listed:
        yield overview(parts.listed, unit_name(parts.main, parts.municipality))


def _printed_in_full(parts: YearlyStatus) -> Iterator[Status]:
    yield parts.main
    if parts.earlier:
        yield parts.earlier
    yield from parts.below


def _breaks(parts: YearlyStatus) -> list[Footnote]:
    common = parts.municipality.method_in(parts.main.period.start.year)
    if parts.earlier is None or common is None:
        return []
    return list(breaks(parts.earlier, parts.main, common, parts.municipality.code))


def _notes(parts: YearlyStatus) -> Iterator[Note]:
    """What holds for several tables: once each, in the order of their marks."""
    found: dict[tuple[str, str], Note] = {}
    for status in (parts.main, *([parts.earlier] if parts.earlier else [])):
        for footnote in (*basis(status, parts.denominator), *combination(status)):
            mark = MARKS[footnote.code]
            found.setdefault((mark, str(footnote.text)), Note(footnote.code, footnote.text, mark))
    yield from (found[key] for key in sorted(found, key=lambda key: len(key[0])))


def unmarked(footnote: Footnote) -> Note:
    return Note(footnote.code, footnote.text)
