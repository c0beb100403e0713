"""How fast the audit is: the published notes, and a workbook of 10,000 cells with one wrong figure.

python -m bench audit
"""

import random
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

import xlsxwriter

from maaltal.core.audit.report import Report
from maaltal.intake.notes.audit import audit_file

DATA = Path(__file__).parents[1] / "tests" / "audit" / "data"
SIDE = 100
"""Rows and columns of the workbook, totals included."""


def main(_: Sequence[str] = ()) -> None:
    """Print seconds and findings for each file."""
    _show("(first call loads the solver)", partial(audit_file, DATA / "yearly_status_2024.txt"))
    for path in sorted(DATA.glob("*.txt")):
        if not path.name.endswith(".expected.txt"):
            _show(path.name, partial(audit_file, path))
    with tempfile.TemporaryDirectory() as folder:
        for name, wrong, scale in (
            ("clean", 0, 1),
            ("one wrong figure", 1, 1),
            ("kroner up to 1e12", 1, 10**11),
        ):
            path = Path(folder) / "workbook.xlsx"
            write_workbook(path, wrong, scale)
            _show(f"workbook of {SIDE * SIDE:,} cells, {name}", partial(audit_file, path))


def _show(name: str, run: Callable[[], Report]) -> None:
    start = perf_counter()
    report = run()
    kinds = [found.kind for found in report.discrepancies if found.kind != "explained"]
    print(f"{name:55} {perf_counter() - start:6.2f} s  {report.figures:6} figures  {len(kinds)} findings")


def write_workbook(path: Path, wrong: int, scale: int) -> None:
    """Random numbers with row and column totals; `wrong` of the numbers are changed after the totals were made."""
    random.seed(1)
    inner = [[random.randrange(10 * scale) for _ in range(SIDE - 1)] for _ in range(SIDE - 1)]
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    for _ in range(wrong):
        rows[random.randrange(SIDE - 1)][random.randrange(SIDE - 1)] += 3
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Pladser")
    sheet.write_row(0, 0, ["Enhed", *(f"kol {n}" for n in range(SIDE - 1)), "I alt"])
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, ["I alt" if number == SIDE else f"enhed {number}", *row])
    book.close()
