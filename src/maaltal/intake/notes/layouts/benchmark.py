"""Benchmark tables (areas, persons and their shares of the labour force) and series (years in rows)."""

import re
from dataclasses import replace

from maaltal.core.audit.figures import Benchmark, Series
from maaltal.intake.notes.layouts.rows import Run, plain_table
from maaltal.intake.notes.places import Where

_SHARE = re.compile(r"i\s+(?:pct\.|procent)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def benchmark(run: Run, where: Where) -> Benchmark | None:
    """Counts first, then as many shares, the heading says: of the labour force."""
    heading = " ".join((run.heading, *run.columns))
    shares = len(_SHARE.findall(heading))
    if "arbejdsstyrke" not in heading.casefold() or not shares or run.width != 2 * shares:
        return None
    return Benchmark(plain_table(run, where), tuple((n, n + shares) for n in range(shares)))


def series(run: Run, where: Where) -> Series | None:
    """Rows labelled by years."""
    if not all(_YEAR.fullmatch(row.label) for row in run.rows):
        return None
    names = [name.strip(" *") for name in re.split(r"(?=\bAntal\b)", run.heading) if name.strip()][
        -run.width :
    ]
    named = replace(run, columns=tuple(names)) if not run.columns and len(names) == run.width else run
    return Series(plain_table(named, where))
