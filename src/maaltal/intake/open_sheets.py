"""Open a file of any form as sheets, and find its layout by its headers."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from maaltal.core.person_numbers import mask
from maaltal.core.sources import listed_with_codes
from maaltal.intake.choose import choose
from maaltal.intake.errors import IntakeError, refuse
from maaltal.intake.layouts import Layout, plain
from maaltal.intake.look import Look, Progress
from maaltal.intake.sheets import Sheet


def open_sheets(file: Path, look: Look, among: Sequence[Layout], progress: Progress) -> tuple[Sheet, ...]:
    """Every sheet of the file. Headers and sheet names are masked from here on."""
    return tuple(
        replace(sheet, name=mask(sheet.name) if sheet.name else None, header=tuple(map(mask, sheet.header)))
        for sheet in _sheets(file, look, among, progress)
    )


def _sheets(file: Path, look: Look, among: Sequence[Layout], progress: Progress) -> tuple[Sheet, ...]:
    if look.form == "xlsx":
        from maaltal.intake.read_xlsx import read_xlsx  # noqa: PLC0415  only what the file needs is imported

        return read_xlsx(file, progress)
    if look.form == "parquet":
        from maaltal.intake.read_parquet import read_parquet  # noqa: PLC0415

        return (read_parquet(file, progress),)
    from maaltal.intake.read_csv import read_csv  # noqa: PLC0415

    def known(header: Sequence[str]) -> int:
        return max(layout.known(header) for layout in among)

    return (read_csv(file, look.encoding or "utf-8", known, progress),)


def choose_sheets(
    sheets: Sequence[Sheet], among: Sequence[Layout]
) -> tuple[Layout, tuple[Sheet, ...], tuple[str, ...]]:
    """The layout, the sheets that have it, and the names of the others. IntakeError when none fits, or two layouts do."""
    layouts, problems = {}, {}
    for n, sheet in enumerate(sheets):
        try:
            layouts[n] = choose(sheet.header, among)
        except IntakeError as problem:
            problems[n] = problem
    if not layouts:
        raise next(iter(problems.values()))
    if len({layout.name for layout in layouts.values()}) > 1:
        raise refuse(
            "Arkene har forskellige formater: {layouts}. Del filen, eller vælg et format med --layout.",
            "The sheets have different layouts: {layouts}. Split the file, or choose a layout with --layout.",
            layouts=listed_with_codes(sorted({layout.name for layout in layouts.values()})),
        )  # fmt: skip
    return (
        layouts[min(layouts)],
        tuple(sheets[n] for n in layouts),
        tuple(sheets[n].name or "" for n in problems),
    )


def joint_header(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The columns of all the sheets, each once: the first sheet's, then what later ones add."""
    names = list(sheets[0].header)
    for sheet in sheets[1:]:
        have = {plain(name) for name in names}
        names.extend(name for name in sheet.header if plain(name) not in have)
    return tuple(names)
