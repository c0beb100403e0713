"""maaltal report monthly"""

from pathlib import Path
from typing import Any

from maaltal.cli.commands.report.options import note_options, target_set_option
from maaltal.cli.parameters import FILE, FILE_NAME, PERIOD, unit_option
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv månedsstatus: et notat til hver forvaltning, eller til dem, der nævnes med --unit, med centre og enheder, hvad der er ændret "
    "siden sidste måned, hvad der mangler, og hvem man kan spørge.",
    "Write the monthly status: a note to each administration, or to those named with --unit, with centres and units, what has changed "
    "since last month, what is missing, and whom to ask.",
)


@verb(
    "monthly", WORDS,
    "maaltal report monthly --month 2024-10 --out notater",
    "maaltal report monthly --month 2024-10 --unit BUF --contacts kontakter.csv --out notater --formats docx",
)  # fmt: skip
@option("--month", type=PERIOD, required=True, da="Måneden, som 2024-10.", en="The month, such as 2024-10.")
@unit_option
@option("--contacts", type=FILE, called=FILE_NAME,
        da="Kontaktpersoner som CSV med kolonnerne unit, role, name og reached.",
        en="Contact persons as CSV with the columns unit, role, name and reached.")  # fmt: skip
@target_set_option
@note_options
def command(
    *, month: Period, units: tuple[str, ...], contacts: Path | None, target_set: str | None, **how: Any
) -> None:
    from maaltal.cli.work.report import administrations, inputs, write_notes
    from maaltal.ground.notes.asked import Asked

    given = inputs(contacts=contacts)
    codes = units or administrations(how["municipality"])
    write_notes([Asked("monthly", month, unit, target_set, inputs=given) for unit in codes], **how)
