"""Number formats of a workbook's cells: which are percentages, and how many decimals are shown.

The library that reads the values knows no formats, so they are read here from the workbook's own XML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
             37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}  # fmt: skip
_CELL = re.compile(r"([A-Z]+)(\d+)")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass(frozen=True)
class NumberFormat:
    """Talformat (number format) of a cell: whether it shows per cent, and with how many decimals; None: as many as there are."""

    percent: bool
    decimals: int | None


def number_formats(path: Path) -> dict[str, dict[tuple[int, int], NumberFormat]]:
    """By sheet name: the cells, as (row, column) from 0, that have a format which shows digits."""
    with ZipFile(path) as archive:
        if "xl/styles.xml" not in archive.namelist():
            return {}
        styles = _styles(_xml(archive, "xl/styles.xml"))
        return {
            name: dict(_cells(_xml(archive, part), styles))
            for name, part in _parts(archive) if part in archive.namelist()
        }  # fmt: skip


def _xml(archive: ZipFile, part: str) -> ET.Element:
    """ValueError for XML that declares anything of its own: no workbook does, and it could be made to grow without end."""
    data = archive.read(part)
    if b"<!DOCTYPE" in data:
        raise ValueError(part)
    return ET.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities to expand


def _parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    links = _xml(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in links}
    for sheet in _xml(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_LINK), "")
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _styles(sheet: ET.Element) -> list[NumberFormat | None]:
    own = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in sheet.iter(f"{_MAIN}numFmt")
    }
    known = {**_BUILT_IN, **own}
    cells = sheet.find(f"{_MAIN}cellXfs")
    codes = [] if cells is None else [known.get(int(each.get("numFmtId", "0")), "") for each in cells]
    return [number_format(code) for code in codes]


def number_format(code: str) -> NumberFormat | None:
    """What the code of a format shows of a positive number; None for General, dates and fractions."""
    shown = _LITERAL.sub("", code.partition(";")[0])
    if not re.search(r"[0#]", shown) or re.search(r"[dmyhsE/?]|General", shown, re.IGNORECASE):
        return None
    decimals = len(re.findall(r"[0#]", shown.partition(".")[2]))
    scaled = shown.rstrip("%) ").endswith(",")
    return None if scaled else NumberFormat("%" in shown, decimals)


def _cells(
    sheet: ET.Element, styles: list[NumberFormat | None]
) -> Iterator[tuple[tuple[int, int], NumberFormat]]:
    for cell in sheet.iter(f"{_MAIN}c"):
        style, found = int(cell.get("s", "0")), _CELL.fullmatch(cell.get("r", ""))
        form = styles[style] if style < len(styles) else None
        if found and form:
            yield (int(found[2]) - 1, _column(found[1])), form


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
