"""maaltal targets"""

from pathlib import Path

from maaltal.cli.parameters import (
    SET_NAME,
    YEAR,
    format_option,
    municipality_option,
    out_option,
    store_ignored,
)
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Vis måltal for hver enhed og gruppe af ordninger, beslutningen bag dem, og hvad der skiller delene fra kommunens eget måltal.",
    "Show the targets of each unit and scheme group, the decision behind them, and what separates the parts from the "
    "municipality's own target.",
)


@verb("targets", WORDS, "maaltal targets --year 2024", "maaltal targets --set 2026-2027-model-2 --format md")
@option("--year", "in_year", type=YEAR, da="Kun måltal for det år.", en="Targets for that year only.")
@option("--set", "name", called=SET_NAME, da="Kun det ene måltalssæt.", en="The one target set only.")
@format_option
@out_option
@store_ignored
@municipality_option
def command(
    *,
    in_year: int | None,
    name: str | None,
    form: str | None,
    out: Path | None,
    municipality: str,
) -> None:
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.targets import targets_document

    deliver(targets_document(municipality, in_year, name), form, out)
