"""maaltal report annual"""

from typing import Any

from maaltal.cli.commands.report.options import note_options, target_set_option
from maaltal.cli.parameters import YEAR
from maaltal.core.periods import year
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv årsstatus: forsiden til Borgerrepræsentationen og notatet med en tabel for kommunen, for året før og for hver forvaltning.",
    "Write the yearly status: the cover to the council, and the note with a table for the municipality, for the year before and for "
    "each administration.",
)


@verb(
    "annual", WORDS,
    "maaltal report annual --year 2024 --out notater",
    'maaltal report annual --year 2024 --out notater --date 2025-02-25 --fact "Sagsnummer=2025-2413"',
    "maaltal report annual --year 2024 --out notater --formats docx --template aarsstatus.md",
    "maaltal report annual --year 2024 --out notater --hide-below 5",
)  # fmt: skip
@option("--year", "in_year", type=YEAR, required=True, da="Året.", en="The year.")
@target_set_option
@note_options
def command(*, in_year: int, target_set: str | None, **how: Any) -> None:
    from maaltal.cli.work.report import write_notes
    from maaltal.ground.notes.asked import Asked

    write_notes([Asked("annual", year(in_year), target_set=target_set)], **how)
