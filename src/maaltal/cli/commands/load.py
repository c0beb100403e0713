"""maaltal load"""

from pathlib import Path

from maaltal.cli.intake_parameters import files_argument, intake_options
from maaltal.cli.parameters import FILE_OR_FOLDER, municipality_option, store_option
from maaltal.core.periods import Period
from maaltal.core.text import Text
from maaltal.terminal.words import option, verb

WORDS = Text(
    "Indlæs filer i lageret, organisationen først. Hver fil er der helt eller slet ikke; den samme fil to gange ændrer "
    "intet; et senere udtræk for samme kilde og periode afløser det tidligere. CPR-numre gemmes aldrig.",
    "Load files into the store, the organisation first. Each file is there whole or not at all; the same file twice changes "
    "nothing; a later extract of the same source and period supersedes the earlier one. CPR numbers are never kept.",
)


@verb(
    "load", WORDS,
    "maaltal load udtraek/ --key-file noegle.txt",
    "maaltal load placeringer-2024.csv --rejected-to afvist.csv",
    "maaltal load afvist.csv",
)  # fmt: skip
@files_argument
@intake_options
@option(
    "--rejected-to", type=FILE_OR_FOLDER, called=Text("FIL|MAPPE", "FILE|FOLDER"),
    da="Skriv de afviste rækker her, til rettelse.", en="Write the rejected rows here, to be mended.",
)  # fmt: skip
@store_option
@municipality_option
def command(
    *, files: tuple[Path, ...], key_file: Path | None, period: Period | None, layout: str | None, mapping: Path | None,
    rejected_to: Path | None, store: Path, municipality: str,
) -> None:  # fmt: skip
    from maaltal.cli.deliver import deliver
    from maaltal.cli.work.files import Inbox
    from maaltal.cli.work.load import loaded_documents

    for document in loaded_documents(
        Inbox(files, key_file, period, layout, mapping, store, municipality), rejected_to
    ):
        deliver(document, None, None)
