"""maaltal status"""

from datetime import date
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.parameters import (
    SET_NAME,
    YEAR,
    as_known_option,
    at_least,
    denominator_option,
    format_option,
    level_option,
    municipality_option,
    out_option,
    period_option,
    store_option,
    unit_option,
)
from maaltal.core.measures import Denominator
from maaltal.core.periods import Period, year
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv årsstatus, som notatet til Borgerrepræsentationen trykker den: for kommunen (med året før, når det er kendt) og "
    "dens forvaltninger, eller for de enheder, der nævnes med --unit.",
    "Print the yearly status as the council's note prints it: for the municipality (with the year before, where that is "
    "known) and its administrations, or for the units named with --unit.",
)


@verb(
    "status", WORDS,
    "maaltal status --year 2024",
    "maaltal status --period 2024-01..2024-10 --denominator year",
    "maaltal status --year 2024 --unit BUF --level centre --out buf.xlsx",
    "maaltal status --year 2024 --as-known 2025-02-01 --format json",
)  # fmt: skip
@option(
    "--year",
    "in_year",
    type=YEAR,
    da="Året; det samme som --period ÅR.",
    en="The year; the same as --period YEAR.",
)
@period_option
@unit_option
@level_option
@as_known_option
@option(
    "--target-set",
    called=SET_NAME,
    da="Et bestemt måltalssæt; se 'maaltal targets'.",
    en="A particular target set; see 'maaltal targets'.",
)
@denominator_option
@option(
    "--hide-below", type=at_least(1), called=Text("ANTAL", "NUMBER"),
    da="Skjul tal med færre personer bag, og hvad de kunne regnes ud af.",
    en="Hide figures with fewer persons behind them, and what they could be worked out from.",
)  # fmt: skip
@format_option
@out_option
@store_option
@municipality_option
def command(
    *, in_year: int | None, period: Period | None, units: tuple[str, ...], level: str | None, as_known: date | None,
    target_set: str | None, denominator: Denominator, hide_below: int | None, form: str | None, out: Path | None,
    store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.ground.ground import ground
    from maaltal.ground.hiding import Hiding
    from maaltal.ground.status import Wanted, status_document

    hiding = Hiding(hide_below) if hide_below else None
    wanted = Wanted(asked_period(in_year, period), units, level, target_set, denominator, hiding=hiding)
    deliver(status_document(ground(store, municipality, as_known), wanted), form, out)


def asked_period(in_year: int | None, period: Period | None) -> Period:
    """The period, else the year. Refusal without either, or when they disagree."""
    whole = year(in_year) if in_year else None
    if period is None and whole is None:
        raise refuse(
            Exit.USAGE,
            "Angiv et år med --year eller en periode med --period.",
            "Give a year with --year or a period with --period.",
        )
    if period and whole and not whole.covers(period):
        raise refuse(
            Exit.USAGE, "Perioden {period} ligger ikke i {year}.", "The period {period} does not lie in {year}.",
            period=period, year=whole,
        )  # fmt: skip
    return period or whole or year(1)
