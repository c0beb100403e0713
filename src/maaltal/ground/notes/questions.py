"""A council member's questions as an analyst writes them down: a TOML file, and a benchmark as CSV."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from maaltal.core.person_numbers import mask
from maaltal.documents.notes.answers import Area, ByYear, Published
from maaltal.documents.tables import Cell
from maaltal.ground.errors import GroundError, refuse

QUESTION_FILE, BENCHMARK_FILE = "question", "benchmark"
USES = ("own", "published", "benchmark", "years")


@dataclass(frozen=True)
class Question:
    """Spørgsmål fra et medlem (member's question), the tables that answer it, and the analyst's own words, if any."""

    text: str
    uses: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Asking:
    """Henvendelse (inquiry): who asked, when, and what; when figures from elsewhere were extracted, and from where."""

    recipient: str
    received: date
    extracted: date
    source: str
    area: str
    questions: tuple[Question, ...]
    published: tuple[Published, ...]
    by_year: ByYear | None = None


def read_questions(text: str) -> Asking:
    """GroundError says what is missing, or of the wrong kind, and where."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _wrong("er ikke TOML ({problem})", "is no TOML ({problem})", problem=problem) from problem
    questions = tuple(_question(table, n) for n, table in enumerate(_of(tables, "question", list, "")))
    published = tuple(_published(table, n) for n, table in enumerate(tables.get("figure", [])))
    for question in questions:
        if "published" in question.uses and not published:
            raise _wrong(
                "bruger published, men har ingen [[figure]]", "uses published, but has no [[figure]]"
            )
    by_year = _by_year(tables["years"]) if "years" in tables else None
    if by_year is None and any("years" in question.uses for question in questions):
        raise _wrong("bruger years, men har ingen [years]", "uses years, but has no [years]")
    return Asking(
        _of(tables, "recipient", str, ""), _of(tables, "received", date, ""), _of(tables, "extracted", date, ""),
        _of(tables, "source", str, ""), str(tables.get("area", "")), questions, published, by_year,
    )  # fmt: skip


def _question(table: Mapping[str, Any], n: int) -> Question:
    where = f"[[question]] {n + 1}"
    uses = tuple(table.get("uses", ()))
    if unknown := [word for word in uses if word not in USES]:
        raise _wrong("har '{word}' i uses i {where}; brug {known}", "has '{word}' in uses in {where}; use {known}",
                     word=unknown[0], where=where, known=", ".join(USES))  # fmt: skip
    return Question(mask(_of(table, "text", str, where)), uses, mask(str(table.get("answer", ""))))


def _published(table: Mapping[str, Any], n: int) -> Published:
    where = f"[[figure]] {n + 1}"
    earlier = None
    if "earlier" in table:
        earlier = _count(table["earlier"], where)
    return Published(
        _of(table, "name", str, where), _of(table, "period", str, where), _count(_of(table, "value", object, where), where),
        earlier, str(table.get("earlier_period", "")), _of(table, "answered", date, where) if "earlier" in table else None,
    )  # fmt: skip


def _by_year(table: Any) -> ByYear:
    """[years] has `columns`, the headings, and for each year as many counts: 2024 = [937, 5332]."""
    where = "[years]"
    if not isinstance(table, dict):
        raise _wrong("har years, der ikke er en tabel", "has years that is no table")
    headings = tuple(mask(str(words)) for words in _of(table, "columns", list, where))
    rows = {year: counts for year, counts in table.items() if year != "columns"}
    for year, counts in rows.items():
        if (
            not re.fullmatch(r"(19|20)\d\d", year)
            or not isinstance(counts, list)
            or len(counts) != len(headings)
        ):
            raise _wrong("har '{year}' i {where}, hvor der skal stå et år med {count} antal, som 2024 = [937, 5332]",
                         "has '{year}' in {where}, where a year with {count} counts must stand, such as 2024 = [937, 5332]",
                         year=mask(year), where=where, count=str(len(headings)))  # fmt: skip
    if len(rows) < 2:
        raise _wrong("har færre end to år i {where}", "has fewer than two years in {where}", where=where)
    return ByYear(
        headings, {int(year): tuple(int(_count(n, where)) for n in rows[year]) for year in sorted(rows)}
    )


def _count(value: Any, where: str) -> Fraction:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong("har '{value}' i {where}, hvor der skal stå et antal", "has '{value}' in {where}, where a count must stand",
                     value=mask(str(value)), where=where)  # fmt: skip
    return Fraction(value)


def _of(table: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    value = table.get(name)
    if value is None or not isinstance(value, kind) or value in ("", []):
        raise _wrong("mangler {name}{where}, eller den er af en forkert slags", "lacks {name}{where}, or it is of a wrong kind",
                     name=name, where=f" i {where}" if where else "")  # fmt: skip
    return value


def read_benchmark(text: str, area: str) -> tuple[Sequence[tuple[str, str]], list[Area]]:
    """Columns as (code, heading), and the areas. The file: area first, then counts and shares, as Danes or programs write them."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise _bad("har ingen rækker", "has no rows")
    first, *rows = csv.reader(lines, delimiter=max(";\t,", key=lines[0].count))
    headings = [cell.strip() for cell in first]
    if any(len(row) != len(headings) for row in rows) or len(headings) < 2:
        raise _bad("har ikke lige mange celler i alle rækker", "has not as many cells in every row")
    areas = [Area(row[0].strip(), tuple(_cell(cell, n) for cell in row[1:])) for n, row in enumerate(rows, 2)]
    if area not in [each.name for each in areas]:
        raise _bad("har ikke området '{area}', som spørgsmålsfilen nævner; den har {known}",
                   "has not the area '{area}' that the question file names; it has {known}",
                   area=area, known=", ".join(each.name for each in areas))  # fmt: skip
    return [(f"c{n}", words) for n, words in enumerate(headings[1:], 1)], areas


def _cell(words: str, line: int) -> Cell:
    """97.443 and 97443 are counts; 3,2 and 3.2 have as many decimals as are written."""
    plain = words.strip().replace("\N{NO-BREAK SPACE}", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+|\d+", plain):
        return Cell(Fraction(plain.replace(".", "")), "decimal", decimals=0)
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return Cell(Fraction(plain.replace(",", ".")), "decimal", decimals=len(re.split("[.,]", plain)[1]))
    raise _bad("har '{words}' i linje {line}, hvor der skal stå et tal", "has '{words}' in line {line}, where a number must stand",
               words=mask(words), line=str(line))  # fmt: skip


def _wrong(da: str, en: str, **values: object) -> GroundError:
    return refuse("file", f"Spørgsmålsfilen {da}.", f"The question file {en}.", **values)


def _bad(da: str, en: str, **values: object) -> GroundError:
    return refuse("file", f"Sammenligningsfilen {da}.", f"The benchmark file {en}.", **values)
