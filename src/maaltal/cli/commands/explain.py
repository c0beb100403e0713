"""maaltal explain"""

from datetime import date
from pathlib import Path

import click

from maaltal.cli.commands.status import asked_period
from maaltal.cli.exits import Exit
from maaltal.cli.parameters import (
    SET_NAME,
    YEAR,
    as_known_option,
    denominator_option,
    format_option,
    measure_type,
    municipality_option,
    out_option,
    period_option,
    store_option,
)
from maaltal.core.measures import Denominator
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Forklar et tal: dets definition og kilde, hvert trin i optællingen, enhederne under, og leverancerne bag. Tallet "
    "efterprøves ved en optælling for sig efter definitionen.",
    "Explain a figure: its definition and source, each step of the count, the units below, and the batches behind. The "
    "figure is checked by a count of its own, by the definition.",
)


@verb(
    "explain", WORDS,
    "maaltal explain --year 2024 --unit BIF --figure placements",
    "maaltal explain --year 2024 --unit ØKF --figure combined",
    "maaltal explain --period 2024-10 --figure fleksjob --measure persons-affected",
)  # fmt: skip
@option(
    "--year",
    "in_year",
    type=YEAR,
    da="Året; det samme som --period ÅR.",
    en="The year; the same as --period YEAR.",
)
@period_option
@option(
    "--unit",
    called=Text("KODE|NAVN", "CODE|NAME"),
    da="Enheden; ellers kommunen.",
    en="The unit; else the municipality.",
)
@option(
    "--figure", required=True, called=Text("TAL", "FIGURE"),
    da="placements, fleksjob, combined, en ordning eller et udsnit.", en="placements, fleksjob, combined, a scheme or a selection.",
)  # fmt: skip
@option(
    "--measure",
    type=measure_type,
    called=Text("METODE", "MEASURE"),
    da="En anden opgørelsesmetode end tallets egen.",
    en="Another measure than the figure's own.",
)
@option(
    "--target-set",
    called=SET_NAME,
    da="Et bestemt måltalssæt; se 'maaltal targets'.",
    en="A particular target set; see 'maaltal targets'.",
)
@denominator_option
@as_known_option
@format_option
@out_option
@store_option
@municipality_option
@click.pass_context
def command(
    ctx: click.Context, *, in_year: int | None, period: Period | None, unit: str | None, figure: str, measure: str | None,
    target_set: str | None, denominator: Denominator, as_known: date | None, form: str | None, out: Path | None,
    store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.ground.explain import explain
    from maaltal.ground.explain_asked import Asked
    from maaltal.ground.ground import ground

    asked = Asked(figure, unit, asked_period(in_year, period), measure, target_set, denominator)
    answer = explain(ground(store, municipality, as_known), asked)
    deliver(answer.document, form, out)
    ctx.exit(Exit.FINE if answer.agrees else Exit.FINDINGS)
