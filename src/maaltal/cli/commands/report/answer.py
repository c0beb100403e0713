"""maaltal report answer"""

from pathlib import Path
from typing import Any

from maaltal.cli.commands.report.options import note_options, target_set_option
from maaltal.cli.parameters import FILE, FILE_NAME, PERIOD
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Skriv svaret til et medlem. Spørgsmålene, og tal fra andre med datoen, de er trukket, står i en TOML-fil; en sammenligning med andre "
    "byer i en CSV-fil. Kommunens egne tal opgøres af lageret. Formen er beskrevet i docs/notes.md.",
    "Write the answer to a member. The questions, and figures of others with the date of their extraction, stand in a TOML file; a "
    "benchmark with other cities in a CSV file. The municipality's own figures are counted from the store. See docs/notes.en.md.",
)


@verb(
    "answer", WORDS,
    "maaltal report answer --month 2024-10 --question spoergsmaal.toml --out notater",
    "maaltal report answer --month 2024-10 --question spoergsmaal.toml --benchmark byer.csv --out notater --formats docx",
)  # fmt: skip
@option("--month", type=PERIOD, required=True, da="Måneden, som kommunens egne tal er for.", en="The month of the municipality's own figures.")  # fmt: skip
@option(
    "--question",
    type=FILE,
    called=FILE_NAME,
    required=True,
    da="Spørgsmålene, som TOML.",
    en="The questions, as TOML.",
)
@option(
    "--benchmark", type=FILE, called=FILE_NAME, da="Sammenligningen, som CSV.", en="The benchmark, as CSV."
)
@target_set_option
@note_options
def command(
    *, month: Period, question: Path, benchmark: Path | None, target_set: str | None, **how: Any
) -> None:
    from maaltal.cli.work.report import inputs, write_notes
    from maaltal.ground.notes.asked import Asked

    write_notes(
        [
            Asked(
                "answer", month, target_set=target_set, inputs=inputs(question=question, benchmark=benchmark)
            )
        ],
        **how,
    )
