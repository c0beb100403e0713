"""The CSV that the program writes itself: exact values of every table below one header, read as the note prints them."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import groupby

from maaltal.intake.notes.lines import Line, line

FIRST = ["table", "row", "scheme"]
SHARE = "fulfilment"
_HEADINGS = {
    "status": "Status", "group_status": "Samlet status", "target": "Samlet måltal",
    SHARE: "Procentvis målopfyldelse", "spells": "Antal forløb",
}  # fmt: skip


def is_own(rows: Sequence[Sequence[str]]) -> bool:
    """Whether it is a status by its header."""
    return bool(rows) and list(rows[0][:3]) == FIRST and SHARE in rows[0]


def own_lines(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """A caption, a heading and rows for every table; each line has the number of its row in the file."""
    codes = [code for code in rows[0][2:] if code in ("scheme", *_HEADINGS)]
    places = [rows[0].index(code) for code in codes]
    numbered = list(enumerate(rows[1:], 2))
    for code, group in groupby((each for each in numbered if each[1]), key=lambda each: each[1][0]):
        unit, _, period = code.partition("-")
        yield line(0, [f"Tabel: {code} ({period})"])
        yield line(0, [unit, *(_HEADINGS[name] for name in codes[1:])])
        for number, row in group:
            yield line(number, [_shown(row[at], name) for at, name in zip(places, codes, strict=True)])


def _shown(value: str, column: str) -> str:
    """The value as a note prints it: whole, shares as per cent; the decimals behind it are not judged."""
    try:
        exact = Decimal(value.replace(",", ".")) * (100 if column == SHARE else 1)
    except InvalidOperation:
        return value
    whole = exact.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{whole} pct." if column == SHARE else str(whole)
