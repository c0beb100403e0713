"""maaltal report part-year"""

from typing import Any

from maaltal.cli.commands.report.options import note_options, target_set_option
from maaltal.cli.parameters import PERIOD, denominator_option
from maaltal.core.measures import Denominator
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv status for en del af året: hvilke måneder, hvad der divideres med, begge læsninger og de samme måneder året før.",
    "Write the status of part of a year: which months, what is divided by, both readings, and the same months of the year before.",
)


@verb(
    "part-year", WORDS,
    "maaltal report part-year --period 2024-H1 --out notater",
    "maaltal report part-year --period 2024-01..2024-10 --denominator year --out notater",
)  # fmt: skip
@option("--period", type=PERIOD, required=True,
        da="Månederne, som 2024-H1 eller 2024-01..2024-10.", en="The months, such as 2024-H1 or 2024-01..2024-10.")  # fmt: skip
@denominator_option
@target_set_option
@note_options
def command(*, period: Period, denominator: Denominator, target_set: str | None, **how: Any) -> None:
    from maaltal.cli.work.report import write_notes
    from maaltal.ground.notes.asked import Asked

    write_notes([Asked("part-year", period, target_set=target_set, denominator=denominator)], **how)
