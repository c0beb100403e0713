"""The answer to a council member's questions."""

from __future__ import annotations

from collections.abc import Iterator

from maaltal.core.catalogue import MEASURES
from maaltal.core.periods import Period, month
from maaltal.core.rounding import Exact
from maaltal.core.schemes import SchemeGroup
from maaltal.core.text import Text, sentence
from maaltal.documents.basis import (
    as_known_fact,
    batches_behind,
    batches_table,
    facts_table,
    last_change,
    program_facts,
    target_facts,
)
from maaltal.documents.notes.answers import (
    BENCHMARK,
    OWN,
    PUBLISHED,
    YEARS,
    Own,
    benchmark_table,
    extraction,
    own_table,
    published_table,
    years_table,
)
from maaltal.documents.notes.figures import Rows
from maaltal.documents.notes.material import Material
from maaltal.documents.tables import Table
from maaltal.engine.calendar import single
from maaltal.ground.coverage import covered
from maaltal.ground.errors import refuse
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.developments import compared, developed
from maaltal.ground.notes.facts import facts
from maaltal.ground.notes.hidden import group_hidden
from maaltal.ground.notes.names import PEOPLE
from maaltal.ground.notes.questions import (
    BENCHMARK_FILE,
    QUESTION_FILE,
    Asking,
    read_benchmark,
    read_questions,
)
from maaltal.ground.targets import target_set


def answer(ground: Ground, asked: Asked) -> Material:
    """GroundError for questions that cannot be read, and without the data that they ask for."""
    asking = read_questions(asked.input(QUESTION_FILE) or "")
    used = {use for question in asking.questions for use in question.uses}
    tables = tuple(_tables(ground, asked, asking, used))
    known = {table.code: table for table in tables}
    names = {
        "municipality": ground.municipality.name, "asking": asking, "questions": list(asking.questions), "month": asked.period,
        "before": year_before(asked.period), "has": {use: use in known for use in (OWN, PUBLISHED, BENCHMARK, YEARS)},
        "own": Rows(known[OWN]) if OWN in known else None, "published": Rows(known[PUBLISHED]) if PUBLISHED in known else None,
        "lines": _lines(ground, asked), "published_rows": [str(n) for n in range(1, len(asking.published) + 1)],
        "compared": list(compared(known[BENCHMARK], asking.area)) if BENCHMARK in known else [],
        "development": (development := list(developed(known[YEARS])) if YEARS in known else []),
        "rises_steadily": all(not (each.falls or each.rests) for each in development),
    }  # fmt: skip
    return Material(
        tables, names, (), (), _basis(ground, asked, used), last_change(ground.view), facts(asked)
    )


def _tables(ground: Ground, asked: Asked, asking: Asking, used: set[str]) -> Iterator[Table]:
    if OWN in used:
        yield own(ground, asked)
    if PUBLISHED in used:
        yield published_table(asking.published, asking.source, asking.extracted)
    if YEARS in used and asking.by_year:
        yield years_table(asking.by_year, asking.source, asking.extracted)
    if BENCHMARK in used:
        text = asked.input(BENCHMARK_FILE)
        if text is None:
            raise refuse(
                "question", "Et spørgsmål bruger en sammenligning: angiv den med --benchmark.", "A question uses a benchmark: give it with --benchmark.",
            )  # fmt: skip
        columns, areas = read_benchmark(text, asking.area)
        title = sentence("{area} og andre områder", "{area} and other areas", area=asking.area)
        yield benchmark_table(columns, areas, title, extraction(asking.source, asking.extracted))


def own(ground: Ground, asked: Asked) -> Table:
    """The groups of the month beside the same month a year before. GroundError without data or targets."""
    ground.require(asked.period)
    unit = ground.unit(asked.unit or ground.municipality.code, asked.period.last_day)
    targets = target_set(ground.municipality, asked.period.start.year, asked.target_set)
    before = year_before(asked.period)
    known = covered(ground.view, before)
    figures = tuple(
        Own(group, _counted(ground, unit.code, group, asked.period), targets.target(unit.code, group.code),
            _counted(ground, unit.code, group, before) if known else None,
            group_hidden(ground, asked.hiding, unit.code, group, [asked.period]),
            known and group_hidden(ground, asked.hiding, unit.code, group, [before]))
        for group in ground.municipality.groups_in(asked.period)
    )  # fmt: skip
    name = ground.municipality.name if unit.code == ground.municipality.code else unit.name
    return own_table(figures, asked.period, before, name)


def _counted(ground: Ground, unit: str, group: SchemeGroup, period: Period) -> Exact:
    """By the group's schemes and measure of today, a year before as well."""
    code = "+".join(group.schemes)
    selections = tuple(known for known in ground.municipality.selections if known.code == code)
    return ground.figures(selections, single(period)).value(unit, code, group.measure)


def year_before(period: Period) -> Period:
    return month(period.start.year - 1, period.start.month)


def _lines(ground: Ground, asked: Asked) -> list[tuple[str, Text, Text]]:
    """(code, label, whom it counts) of each group."""
    return [
        (
            group.code,
            group.label,
            PEOPLE.get(MEASURES[group.measure], Text("helårspersoner", "full-year persons")),
        )
        for group in ground.municipality.groups_in(asked.period)
    ]


def _basis(ground: Ground, asked: Asked, used: set[str]) -> tuple[Table, ...]:
    if OWN not in used:
        return (facts_table(program_facts()),)
    targets = target_set(ground.municipality, asked.period.start.year, asked.target_set)
    periods = (asked.period, year_before(asked.period))
    return (
        facts_table([*target_facts(targets), as_known_fact(ground.view.as_known), *program_facts()]),
        batches_table(batches_behind(ground.view, periods)),
    )
