"""The figures of the printed notes, and which of them cannot be right."""

import csv
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class PrintedFigure:
    """One figure as printed: full-year persons, employees, spells or per cent."""

    note: str
    table: str
    period: str
    unit: str
    scheme: str
    measure: str
    printed: int

    def __str__(self) -> str:
        return f"{self.note} {self.table} {self.period} {self.unit} {self.scheme} {self.measure}"


@dataclass(frozen=True)
class KnownError:
    """A figure that contradicts the others of its note, and what follows from those."""

    printed: int
    follows: int
    because: str


KNOWN_ERRORS = {
    "aarsstatus-2024 9 2024 ØKF placements spells": KnownError(174, 253, "51 + 198 + 4, and only 253 gives the 3,491 of KK; 174 is TMF's"),
    "aarsstatus-2024 2 2023 KK placements spells": KnownError(3195, 2894, "289 + 2,278 + 22 + 305"),
    "status-2017 1 2017-01..2017-10 KK loentilskud status": KnownError(247, 256, "the administrations add up to 256, and only that gives 944"),
    "status-2017 1 2017-01..2017-10 KK virksomhedspraktik status": KnownError(543, 597, "the administrations add up to 597, and only that gives 944"),
    "status-2017 3 2017-01..2017-10 BIF all fulfilment": KnownError(157, 156, "(104 + 208) / 2"),
}  # fmt: skip


def _read() -> tuple[PrintedFigure, ...]:
    with (Path(__file__).parent / "status.csv").open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    assert header == [field.name for field in fields(PrintedFigure)]
    return tuple(
        PrintedFigure(note, table, period, unit, scheme, measure, int(printed))
        for note, table, period, unit, scheme, measure, printed in rows
    )


FIGURES = _read()
GIVEN = tuple(figure for figure in FIGURES if figure.period == "2016")
"""2016 is printed for comparison only: no sample is made of it."""
MEASURED = tuple(figure for figure in FIGURES if figure.period != "2016")
