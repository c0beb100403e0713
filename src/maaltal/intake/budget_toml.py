"""A budget proposal as TOML: lines by typed amounts or by what drives them, the pool, the corps, and what jobs cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from maaltal.core.economics.amounts import SpendingType
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_lines import Booking, ByYear, Line
from maaltal.core.economics.drivers import Units, rounded
from maaltal.core.entries import Entry
from maaltal.core.text import Sentence, Text, sentence
from maaltal.intake.budget_drivers import corps_lines, cost_lines, pool_lines
from maaltal.intake.budget_frame import Frame, MoreJobs, frame_of
from maaltal.intake.budget_words import kind_of, spending_type
from maaltal.intake.toml_entries import read_entry


def read_toml(file: Path, more_jobs: MoreJobs | None = None) -> Proposal:
    """The lines in the order of the file, by kind of table.

    IntakeError with one sentence for what is missing, misspelt or no number; MoneyError for what cannot be reckoned.
    """
    entry = read_entry(file)
    frame = frame_of(entry, file.parent, more_jobs)
    title, notes = entry.text("title"), entry.words("notes")
    makers = sorted(MAKERS, key=lambda name: list(entry.table).index(name) if entry.has(name) else 0)
    lines = [line for name in makers for each in entry.entries(name) for line in MAKERS[name](each, frame)]
    typed = tuple(_booking(each, frame) for each in entry.entries("booking"))
    entry.finish()
    return Proposal(
        title, frame.years, frame.level, tuple(lines), typed,
        notes=(*_rounding(frame), *map(Sentence, notes)),
    )  # fmt: skip


def _rounding(frame: Frame) -> tuple[Sentence, ...]:
    if frame.to == 1:
        return ()
    return (sentence(
        "Hvert beløb er rundet til hele {to} kr.; totalerne er summer af de rundede, så tabellerne går op.",
        "Each amount is rounded to whole {to} kr.; the totals are sums of the rounded ones, so that the tables add up.", to=frame.to),)  # fmt: skip


def _line(entry: Entry, frame: Frame) -> Iterator[Line]:
    label = entry.text("label")
    entry.where = f"{entry.where} ({label.da})"
    amounts, derived = _amounts(entry, frame)
    yield Line(
        label, _spending(entry), kind_of(entry.word("kind", ""), amounts, entry.where), amounts,
        entry.word("committee", "") or None, entry.text("activity", label), frame.permanent(entry),
        entry.word("finances", "") or None, derived,
    )  # fmt: skip
    entry.finish()


def _amounts(entry: Entry, frame: Frame) -> tuple[ByYear, Sentence | None]:
    """Typed by year, typed once for all years, or so many at so much each."""
    if entry.has("amounts"):
        return _typed(entry, frame), None
    if entry.has("number"):
        units = Units(entry.number("number"), frame.amount(entry.number("each")))
        return frame.by_year(units.amount, entry), units.told
    return frame.by_year(frame.amount(entry.number("amount")), entry), None


def _typed(entry: Entry, frame: Frame) -> ByYear:
    numbers = entry.numbers("amounts")
    if bad := [year for year in numbers if not year.isdecimal()]:
        raise entry.wrong("amounts", bad[0], Text("år", "years"))
    return {int(year): rounded(frame.amount(number), frame.to) for year, number in numbers.items()}


def _spending(entry: Entry) -> SpendingType:
    return spending_type(entry.word("spending", "service"), entry.where)


def _booking(entry: Entry, frame: Frame) -> Booking:
    activity, committee, spending = entry.text("activity"), entry.word("committee"), _spending(entry)
    amounts, _ = _amounts(entry, frame)
    entry.finish()
    return Booking(activity, committee, spending, amounts)


MAKERS: dict[str, Callable[[Entry, Frame], Iterator[Line]]] = {
    "line": _line, "corps": corps_lines, "pool": pool_lines, "cost": cost_lines,
}  # fmt: skip
"""What makes the lines of each kind of table in the file."""
