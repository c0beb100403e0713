"""What the verbs that receive files take."""

from maaltal.cli.parameters import FILE, FILE_NAME, PERIOD
from maaltal.core.text import Text
from maaltal.terminal.words import argument, option

files_argument = argument(
    "files", Text("FIL", "FILE"), "Filer, eller mapper med filer: CSV, XLSX eller Parquet.",
    "Files, or folders of files: CSV, XLSX or Parquet.", nargs=-1, required=True, type=FILE,
)  # fmt: skip

_OPTIONS = (
    option(
        "--key-file", type=FILE, called=FILE_NAME,
        da="Nøglen, som CPR-numre pseudonymiseres med; ellers MAALTAL_KEY_FILE eller MAALTAL_KEY.",
        en="The key that CPR numbers are pseudonymised with; else MAALTAL_KEY_FILE or MAALTAL_KEY.",
    ),
    option(
        "--period", type=PERIOD, da="Perioden, som udtrækket dækker; ellers som filnavnet siger.",
        en="The period that the extract covers; else as the file name says.",
    ),
    option(
        "--layout", called=Text("FORMAT", "LAYOUT"), da="Et bestemt format; ellers findes det ved at se efter.",
        en="A particular layout; else it is found by looking.",
    ),
    option(
        "--mapping", type=FILE, called=FILE_NAME, da="Kommunens egne kolonnenavne og koder, som TOML.",
        en="The municipality's own column names and codes, as TOML.",
    ),
)  # fmt: skip


def intake_options[Function](function: Function) -> Function:
    for add in reversed(_OPTIONS):
        function = add(function)  # type: ignore[arg-type,assignment]
    return function
