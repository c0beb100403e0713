"""Which layout a header has, and which period an extract answers for."""

import re
from collections.abc import Sequence
from pathlib import Path

from maaltal.core.periods import Period, parse_period
from maaltal.core.person_numbers import MASK
from maaltal.core.sources import listed_with_codes
from maaltal.intake.errors import IntakeError, refuse
from maaltal.intake.layouts import SHIPPED, Layout, own, shipped

_MOMENT = r"(?:19|20)\d{2}(?:-(?:[HhSsQqKk][1-4]|\d{2}(?:-\d{2})?))?"
_PERIOD = re.compile(rf"(?<!\d)(?<!\d-)({_MOMENT}(?:\.\.{_MOMENT})?)(?!-?\d)")


def candidates(layout: str | None, mapping: Path | None) -> tuple[Layout, ...]:
    """The layouts that a file may have: the mapping alone, the named one alone, or all that are shipped."""
    if mapping:
        return (own(mapping),)
    if layout is None:
        return tuple(map(shipped, SHIPPED))
    if layout not in SHIPPED:
        raise refuse(
            "'{layout}' er intet kendt format; de kendte er {known}.", "'{layout}' is no known layout; the known ones are {known}.",
            layout=layout, known=", ".join(SHIPPED),
        )  # fmt: skip
    return (shipped(layout),)


def choose(header: Sequence[str], among: Sequence[Layout]) -> Layout:
    """The layout that knows most of the header. IntakeError when it lacks a required column, or when two know as much.

    A layout that fits but knows less is not taken: a column of the likelier one may just be misspelt.
    """
    best = max(layout.known(header) for layout in among)
    leading = [layout for layout in among if layout.known(header) == best and not layout.missing(header)]
    if len(leading) == 1:
        return leading[0]
    if leading:
        raise refuse(
            "Overskriften passer til flere formater: {layouts}. Vælg med --layout.",
            "The header fits several layouts: {layouts}. Choose with --layout.",
            layouts=listed_with_codes(layout.name for layout in leading),
        )  # fmt: skip
    raise _misfit(header, among)


def _misfit(header: Sequence[str], among: Sequence[Layout]) -> IntakeError:
    if not any(header):
        return refuse("Første række er tom; der ventes en overskrift med kolonnernes navne.",
                      "The first row is empty; a header with the names of the columns is expected.")  # fmt: skip
    nearest = max(among, key=lambda layout: (layout.known(header), -len(layout.missing(header))))
    found = ", ".join(name or "(tom)" for name in header)
    if any(_is_a_person(name) for name in header):
        return refuse(
            "Første række er ingen overskrift: der står et CPR-nummer ({mask}) i den. Sæt en række med kolonnenavne øverst.",
            "The first row is no header: there is a CPR number ({mask}) in it. Put a row of column names on top.",
            mask=MASK,
        )  # fmt: skip
    if nearest.known(header) == 0:
        return refuse(
            "Overskriften passer ikke til noget kendt format. Fundet: {found}. Ventet for eksempel: {expected}.",
            "The header fits no known layout. Found: {found}. Expected for example: {expected}.",
            found=found, expected=", ".join(names[0] for names in among[0].columns.values()),
        )  # fmt: skip
    return refuse(
        "Filen ligner {layout}, men mangler {missing}. Fundet: {found}. Andre kolonnenavne kan gives i en tilpasning (--mapping).",
        "The file looks like {layout} but lacks {missing}. Found: {found}. Other column names can be given in a mapping (--mapping).",
        layout=nearest.label, missing=", ".join(f"'{name}'" for name in nearest.missing(header)), found=found,
    )  # fmt: skip


def _is_a_person(name: str) -> bool:
    """Whether a column's name is a CPR number, made unreadable or robbed of its first zero by a spreadsheet."""
    return MASK in name or re.fullmatch(r"\d{9}", name) is not None


def extract_period(asked: Period | None, layout: Layout, file_name: str) -> Period | None:
    """The period asked for, else the mapping's, else the file name's; None for the organisation. IntakeError without."""
    if layout.kind == "organisation":
        return None
    found = asked or layout.period or period_in(file_name)
    if found is None:
        raise refuse(
            "Det fremgår ikke af filnavnet {file}, hvilken periode udtrækket dækker. Angiv den med --period, for eksempel --period 2024.",
            "The file name {file} does not say which period the extract covers. Give it with --period, for example --period 2024.",
            file=file_name,
        )  # fmt: skip
    return found


def period_in(file_name: str) -> Period | None:
    """The period that a file name tells, as 2024, 2024-H1, 2024-10 or 2024-01..2024-10; None without just one."""
    told = {_period(words) for words in _PERIOD.findall(Path(file_name).name)}
    return told.pop() if len(told) == 1 else None


def _period(words: str) -> Period | None:
    try:
        return parse_period(words)
    except ValueError:
        return None
