"""Made-up files and what is received from them. Person numbers carry the day of birth plus 60."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pyarrow.parquet as pq

from maaltal.core.organisation import Unit
from maaltal.core.periods import year
from maaltal.definitions.load import load_municipality
from maaltal.intake.keys import Key
from maaltal.intake.receive import Asked, Known, receive

KEY = Key(b"a key for tests, of no use elsewhere")
MUNICIPALITY = load_municipality()
UNITS = (
    Unit("C1", "Center Nord", "centre", "BUF", date(2000, 1, 1)),
    Unit("E1", "Skolen", "unit", "C1", date(2000, 1, 1), production_unit="1003400001"),
    Unit("E2", "Hallen", "unit", "C1", date(2010, 1, 1), date(2024, 7, 1), production_unit="1003400002"),
    Unit("E3", "Haven", "unit", "C1", date(2010, 1, 1), production_unit="1003400003"),
    Unit("E4", "Hytten", "unit", "C1", date(2010, 1, 1), production_unit="1003400003"),
)
KNOWN = Known(MUNICIPALITY, UNITS, key=KEY)

PLACEMENTS = (
    "CPR-nummer",
    "Ordning",
    "P-nummer",
    "Enhed",
    "Startdato",
    "Slutdato",
    "Timer pr. uge",
    "Nytteprojekt",
)
PAYROLL = (
    "CPR",
    "Tjenestenummer",
    "Afdeling",
    "Ansat fra",
    "Ansat til",
    "Overenskomstkode",
    "Timer pr. uge",
    "Fastholdelse",
)
ORGANISATION = (
    "Enhedskode",
    "Navn",
    "Niveau",
    "Overordnet",
    "P-nummer",
    "Leder",
    "Gyldig fra",
    "Gyldig til",
    "Efterfølger",
)
OUTCOMES = ("CPR-nummer", "Art", "Fra", "Til")  # fmt: skip

PLACEMENT = dict(
    zip(
        PLACEMENTS,
        ("610190-1234", "Løntilskud", "", "E1", "01-03-2024", "31-08-2024", "37", "nej"),
        strict=True,
    )
)
EMPLOYEE = dict(
    zip(PAYROLL, ("610190-1234", "00017", "E1", "01-03-2020", "", "FLX", "12,5", "ja"), strict=True)
)
UNIT = dict(
    zip(ORGANISATION, ("E9", "Huset", "Enhed", "BUF", "1003400009", "", "01-01-2010", "", ""), strict=True)
)
OUTCOME = dict(zip(OUTCOMES, ("610190-1234", "Job", "01-03-2024", ""), strict=True))  # fmt: skip


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ";") -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows([header, *rows])
    return text.getvalue()


def write(file: Path, header: Sequence[str], *rows: dict[str, str]) -> Path:
    file.write_bytes(as_csv(header, [[row[name] for name in header] for row in rows]).encode())
    return file


def received(file: Path, known: Known = KNOWN, asked: Asked | None = None):
    """What `receive` gives, its findings read, and its rows: as a namespace."""
    folder = file.with_name(f"{file.name}-in")
    folder.mkdir()
    result = receive(file, folder, asked or Asked(period=year(2024)), known)
    findings = list(result.findings)
    return SimpleNamespace(
        result=result, findings=findings, folder=folder, codes=[finding.rule.code for finding in findings],
        spells=_spells(folder / "spells.parquet"),
    )  # fmt: skip


def _spells(path: Path):
    """In the order of the file received; the stored one has none."""
    return pq.read_table(path).sort_by("source_row").to_pylist() if path.exists() else None
