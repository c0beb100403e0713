"""maaltal measure"""

from datetime import date
from pathlib import Path

import click

from maaltal.cli.exits import Exit, refuse
from maaltal.cli.parameters import (
    as_known_option,
    denominator_option,
    format_option,
    level_option,
    measure_type,
    municipality_option,
    out_option,
    period_option,
    selection_option,
    store_option,
    unit_option,
)
from maaltal.core.measures import Denominator
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import argument, option, verb

WORDS = Text(
    "Opgør enheder efter en opgørelsesmetode, for de ordninger eller udsnit, der vælges. --list viser opgørelsesmetoderne "
    "og deres kilder.",
    "Measure units by a measure, for the chosen schemes or selections. --list shows the measures and their sources.",
)


@verb(
    "measure", WORDS,
    "maaltal measure --list",
    "maaltal measure full-year-persons --period 2024 --unit BUF --selection virksomhedspraktik --by month",
    "maaltal measure headcount --period 2024-12 --level administration --selection fleksjob:retention",
    "maaltal measure persons-affected --period 2024-01..2024-10 --format csv",
)  # fmt: skip
@argument(
    "code", Text("METODE", "MEASURE"), "Opgørelsesmetodens kode, som --list viser den.", "The measure's code, as --list shows it.",
    type=measure_type, required=False,
)  # fmt: skip
@option("--list", "listed", is_flag=True, da="Vis opgørelsesmetoderne.", en="Show the measures.")
@period_option
@unit_option
@level_option
@selection_option
@option("--by", type=click.Choice(("month",)), da="Del perioden i måneder.", en="Cut the period into months.")
@option(
    "--to-date",
    is_flag=True,
    da="Med --by month: fra årets begyndelse.",
    en="With --by month: from the start of the year.",
)
@option(
    "--hours",
    is_flag=True,
    da="Vægt helårspersoner med timer om ugen / 37.",
    en="Weigh full-year persons by weekly hours / 37.",
)
@denominator_option
@as_known_option
@format_option
@out_option
@store_option
@municipality_option
def command(
    *, code: str | None, listed: bool, period: Period | None, units: tuple[str, ...], level: str | None,
    selections: tuple[str, ...], by: str | None, to_date: bool, hours: bool, denominator: Denominator,
    as_known: date | None, form: str | None, out: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver

    if listed or code is None:
        from maaltal.documents.definitions import measures_document

        return deliver(measures_document(), form, out)
    from maaltal.cli.work.measure import Asked, measurements_document
    from maaltal.ground.ground import ground

    if period is None:
        raise refuse(Exit.USAGE, "Angiv perioden med --period.", "Give the period with --period.")
    asked = Asked(
        measure_code(code, weighted=hours), period, units, level, selections, bool(by), to_date, denominator
    )
    return deliver(measurements_document(ground(store, municipality, as_known), asked), form, out)


def measure_code(code: str, *, weighted: bool) -> str:
    """The code, or its sister weighted by hours. Refusal when it has none."""
    if not weighted:
        return code
    if code not in {"full-year-persons", "weighted-full-year-persons"}:
        raise refuse(
            Exit.USAGE, "--hours gælder kun helårspersoner (full-year-persons), ikke {measure}.",
            "--hours is for full-year-persons alone, not {measure}.", measure=code,
        )  # fmt: skip
    return "weighted-full-year-persons"
