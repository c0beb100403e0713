"""What is said of a file that cannot be read as a note."""

from maaltal.core.text import Sentence, sentence


class UnreadableError(Exception):
    """The file is of a kind that cannot be read, or is not what its name says."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(str(message))
        self.message = message


LOCKED = sentence(
    "Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode, og prøv igen.",
    "The file is protected by a password. Save a copy without one, and try again.",
)
SCANNED = sentence(
    "Der er ingen tekst i filen, kun billeder: den er nok skannet. Brug den fil, som den er skannet efter, eller gør teksten læselig (OCR) først.",
    "There is no text in the file, only pictures: it was probably scanned. Use the file that it was scanned from, or make its text readable (OCR) first.",
)  # fmt: skip
EMPTY = sentence(
    "Der står intet i filen. Er det den rigtige fil?", "There is nothing in the file. Is it the right one?"
)


def damaged(suffix: str) -> UnreadableError:
    return UnreadableError(sentence(
        "Indholdet er beskadiget, eller det er ikke en {suffix}-fil. Åbn den, gem den igen, og prøv igen.",
        "The content is damaged, or it is no {suffix} file. Open it, save it again, and try again.", suffix=suffix,
    ))  # fmt: skip


def unknown(suffix: str, known: str) -> UnreadableError:
    return UnreadableError(sentence(
        "Filtypen {suffix} kan ikke læses. Gem notatet som en af disse: {known}.",
        "Files of type {suffix} cannot be read. Save the note as one of these: {known}.", suffix=suffix, known=known,
    ))  # fmt: skip


def other_kind(suffix: str, kind: str) -> UnreadableError:
    return UnreadableError(sentence(
        "Filen hedder {suffix}, men indholdet er {kind}. Giv den endelsen {kind}, eller gem den igen som {suffix}.",
        "The file is called {suffix}, but its content is {kind}. Name it {kind}, or save it again as {suffix}.",
        suffix=suffix, kind=kind,
    ))  # fmt: skip
