"""What the program's exit codes mean, and the errors that lead to them."""

from enum import IntEnum

from maaltal.core.text import Sentence, Text, sentence


class Exit(IntEnum):
    """What the program returns to the shell."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    NO_DATA = 3
    REFUSED = 4
    STORE = 5
    DEFINITIONS = 6
    UNEXPECTED = 70
    INTERRUPTED = 130


MEANINGS: dict[Exit, Text] = {
    Exit.FINE: Text("Alt gik godt.", "All went well."),
    Exit.FINDINGS: Text(
        "Filen har fejl, eller et tal stemmer ikke med sin definition.",
        "The file has errors, or a figure does not agree with its definition.",
    ),
    Exit.USAGE: Text("Kommandoen er skrevet forkert.", "The command is written wrongly."),
    Exit.NO_DATA: Text(
        "Der er ikke data eller måltal til svaret, enheden er ukendt, eller et notat har ingen tabel at efterregne.",
        "There are no data or targets for the answer, the unit is unknown, or a note has no table to re-check.",
    ),
    Exit.REFUSED: Text(
        "En fil blev afvist; intet blev gemt fra den.", "A file was refused; nothing was stored from it."
    ),
    Exit.STORE: Text(
        "Lageret er optaget, beskadiget eller kan ikke læses eller skrives.",
        "The store is busy, damaged, or cannot be read or written.",
    ),
    Exit.DEFINITIONS: Text(
        "Kommunens definitioner kan ikke bruges.", "The municipality's definitions cannot be used."
    ),
    Exit.UNEXPECTED: Text("Uventet fejl i programmet.", "Unexpected error in the program."),
    Exit.INTERRUPTED: Text("Afbrudt af brugeren.", "Interrupted by the user."),
}


class RefusalError(Exception):
    """One sentence that says what is wrong, where, and what to do; and the exit code that goes with it."""

    def __init__(self, code: Exit, said: Sentence) -> None:
        super().__init__(str(said))
        self.code = code
        self.sentence = said


def refuse(code: Exit, da: str, en: str, **values: object) -> RefusalError:
    return RefusalError(code, sentence(da, en, **values))
