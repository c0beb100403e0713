"""Excel and other workbooks: every sheet as a reader sees it, numbers as their format shows them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from maaltal.core.audit.figures import NumberStyle
from maaltal.core.person_numbers import has_birth_date
from maaltal.intake.notes.captions import is_caption
from maaltal.intake.notes.formats.excel_formats import NumberFormat, number_formats
from maaltal.intake.notes.formats.text import row_or_text
from maaltal.intake.notes.formats.unreadable import LOCKED, UnreadableError
from maaltal.intake.notes.lines import Line, line
from maaltal.intake.notes.number_style import number_style
from maaltal.intake.notes.numbers import written

CPR_DIGITS = 10
LONG = 10 ** (CPR_DIGITS - 2)
GENERAL = NumberFormat(False, None)


def read_excel(path: Path) -> Iterator[Line]:
    """The name of a sheet captions it where no caption stands in it."""
    from python_calamine import CalamineWorkbook, PasswordError  # noqa: PLC0415

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in book.sheet_names
            }
    except PasswordError as problem:
        raise UnreadableError(LOCKED) from problem
    formats = number_formats(path) if path.suffix.casefold() == ".xlsx" else {}
    style = _style(sheets.values())
    for name, rows in sheets.items():
        yield from _sheet(name, rows, formats.get(name, {}), style)


def _style(sheets: object) -> NumberStyle:
    """How the workbook's words write numbers, so that its real numbers can be written alike."""
    texts = [cell for rows in sheets for row in rows for cell in row if isinstance(cell, str) and cell]  # type: ignore[attr-defined]
    return number_style([line(1, ["", text]) for text in texts]).style


def _sheet(
    name: str,
    rows: Sequence[Sequence[object]],
    formats: dict[tuple[int, int], NumberFormat],
    style: NumberStyle,
) -> Iterator[Line]:
    if not any(isinstance(cell, str) and is_caption(cell) for row in rows for cell in row):
        yield line(0, [f'Tabel "{name.replace('"', "'")}": {name}'])
    for number, row in enumerate(rows):
        cells = [_shown(cell, formats.get((number, at), GENERAL), style) for at, cell in enumerate(row)]
        yield line(number + 1, row_or_text(cells))


def _shown(cell: object, form: NumberFormat, style: NumberStyle) -> str:
    """A cell as a reader sees it. Ten digits that could be a CPR number stay together, so that they are masked."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell.isoformat() if isinstance(cell, (date, datetime)) else "" if cell is None else str(cell)
    value = Decimal(repr(cell)) * (100 if form.percent else 1)
    if form.decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    suffix = " %" if form.percent else ""
    if value == value.to_integral_value() and not form.decimals:
        return _whole(int(value), style) + suffix
    return (
        written_exactly(value, style) if form.decimals is not None else written(float(value), style)
    ) + suffix


def written_exactly(value: Decimal, style: NumberStyle) -> str:
    return f"{value:f}".replace(".", "," if style == "da" else ".")


def _whole(value: int, style: NumberStyle) -> str:
    digits = f"{value:010}"
    is_long = len(digits) > CPR_DIGITS or (abs(value) >= LONG and not has_birth_date(digits))
    return f"{value:,}".replace(",", "." if style == "da" else ",") if is_long else str(value)
