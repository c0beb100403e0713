"""maaltal exits"""

from datetime import date
from pathlib import Path

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.parameters import (
    as_known_option,
    format_option,
    level_option,
    municipality_option,
    out_option,
    period_option,
    selection_option,
    store_option,
    unit_option,
)
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import verb

WORDS = Text(
    "Vis afgangsrater: hvor mange af dem, der sluttede et forløb i perioden, der er i job eller uddannelse i den tredje måned "
    "efter. En afgangsrate er ikke en effekt.",
    "Show exit rates: how many of those who ended a spell in the period are in a job or education in the third month after. "
    "An exit rate is not an effect.",
)


@verb(
    "exits", WORDS,
    "maaltal exits --period 2024-01..2024-09",
    "maaltal exits --period 2024-01..2024-06 --level administration --selection virksomhedspraktik",
)  # fmt: skip
@period_option
@unit_option
@level_option
@selection_option
@as_known_option
@format_option
@out_option
@store_option
@municipality_option
def command(
    *, period: Period | None, units: tuple[str, ...], level: str | None, selections: tuple[str, ...],
    as_known: date | None, form: str | None, out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.exits import Asked, exits_document
    from maaltal.ground.ground import ground

    if period is None:
        raise refuse(Exit.USAGE, "Angiv perioden med --period.", "Give the period with --period.")
    asked = Asked(period, units, level, selections)
    deliver(exits_document(ground(store, municipality, as_known), asked), form, out)
