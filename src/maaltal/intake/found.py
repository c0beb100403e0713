"""What the cells look like, judged by the first rows: the date form and the decimal mark."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from maaltal.intake.corrections import OWN_COLUMNS
from maaltal.intake.layouts import Layout, plain
from maaltal.intake.look import Look
from maaltal.intake.received import Found
from maaltal.intake.sheets import Sheet
from maaltal.intake.values import DATE_FORMS

_DATE_PATTERNS = {
    form: re.compile(re.escape(form).replace("%Y", r"\d{4}").replace("%H", r"\d\d").replace("%M", r"\d\d")
                     .replace("%S", r"\d\d").replace("%m", r"\d\d?").replace("%d", r"\d\d?"))
    for form in DATE_FORMS
}  # fmt: skip
DATE_FIELDS = ("start_date", "end_date", "valid_from", "valid_to")


def date_form(first: pa.RecordBatch, places: Mapping[str, int]) -> str:
    """The strptime form that most dates of the first rows have; ISO where there are none."""
    cells = (
        cell for field in DATE_FIELDS if field in places for cell in first.column(places[field]).to_pylist()
    )
    seen = Counter(
        form for cell in cells for form, pattern in _DATE_PATTERNS.items() if pattern.fullmatch(cell.strip())
    )
    return max(DATE_FORMS, key=lambda form: seen[form])


def decimal_mark(first: pa.RecordBatch, places: Mapping[str, int]) -> str | None:
    """The mark that stands in the first hours that have one."""
    cells: Iterable[str] = first.column(places["hours"]).to_pylist() if "hours" in places else ()
    marks = (mark for cell in cells for mark in ",." if mark in cell)
    return next(marks, None)


def found(
    look: Look, layout: Layout, sheets: Sequence[Sheet], first: pa.RecordBatch, places: Mapping[str, int]
) -> Found:
    used = {sheets[0].header[n] for n in places.values()} | set(OWN_COLUMNS)
    known = {plain(name) for name in layout.ignored}
    return Found(
        form=look.form,
        encoding=look.encoding,
        delimiter=sheets[0].delimiter,
        date_form=DATE_FORMS[date_form(first, places)] if set(places) & set(DATE_FIELDS) else None,
        decimal_mark=decimal_mark(first, places),
        sheets=tuple(sheet.name for sheet in sheets if sheet.name),
        ignored_columns=tuple(
            name for name in sheets[0].header if name and name not in used and plain(name) not in known
        ),
    )
