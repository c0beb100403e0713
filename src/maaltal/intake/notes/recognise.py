"""From lines to a document: each table is given to the first layout that knows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from maaltal.core.audit.document import Document
from maaltal.core.audit.figures import Benchmark, PlainTable, Series, StatusTable, TargetModels
from maaltal.core.audit.said import Mention
from maaltal.core.text import Text
from maaltal.intake.notes.captions import Section, preamble, sections
from maaltal.intake.notes.layouts.benchmark import benchmark, series
from maaltal.intake.notes.layouts.claims import claims
from maaltal.intake.notes.layouts.mentions import mentions, quotes
from maaltal.intake.notes.layouts.models import target_models
from maaltal.intake.notes.layouts.overview import overview
from maaltal.intake.notes.layouts.rows import Run, plain_table, runs
from maaltal.intake.notes.layouts.status import status_table
from maaltal.intake.notes.lines import Line, prose
from maaltal.intake.notes.number_style import number_style
from maaltal.intake.notes.places import Where

UNTITLED = Text("tabellen", "the table")


@dataclass
class _Found:
    """What has been recognised so far."""

    statuses: list[StatusTable] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    models: list[TargetModels] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    plain: list[PlainTable] = field(default_factory=list)

    def add(self, run: Run, where: Where) -> None:
        if models := target_models(run, where):
            self.models.append(models)
        elif compared := benchmark(run, where):
            self.benchmarks.append(compared)
        elif years := series(run, where):
            self.series.append(years)
        else:
            self.plain.append(plain_table(run, where))


def recognise(lines: Sequence[Line], name: str) -> Document:
    """Everything in the lines that the audit can judge."""
    numbers = number_style(lines)
    lines = [replace(line, numbers=numbers.style) for line in lines]
    found, open_ = _Found(), list[Section]()
    for section in sections(lines):
        repeated = list(overview(section, name))
        if status := status_table(section, name):
            found.statuses.append(status)
        elif repeated:
            found.mentions += repeated
        else:
            open_.append(section)
    for run, title in [*_untitled(lines), *_titled(open_)]:
        found.add(run, Where(name, title))
    text = prose(lines)
    return Document(
        name, tuple(found.statuses), (*found.mentions, *mentions(text, name)), tuple(found.models),
        tuple(found.benchmarks), tuple(found.series), tuple(found.plain), tuple(claims(text, name)), tuple(quotes(text, name)), numbers,
    )  # fmt: skip


def _untitled(lines: Sequence[Line]) -> Iterator[tuple[Run, Text]]:
    """Tables before the first caption: real cells only, since prose too has lines that end in numbers."""
    for run in runs([line for line in preamble(lines) if line.is_row]):
        yield run, UNTITLED


def _titled(open_: Sequence[Section]) -> Iterator[tuple[Run, Text]]:
    """The runs of each section under its title; in order, where a note has moved its tables below all their captions."""
    found = [(section, list(runs(section.lines))) for section in open_]
    all_ = [run for _, some in found for run in some]
    if len(all_) == len(found) and any(len(some) != 1 for _, some in found):
        yield from zip(all_, (section.title for section in open_), strict=True)
        return
    for section, some in found:
        for run in some:
            yield run, section.title
