"""What intake says, in the words of a page: where it names the command line's options, the form's fields are named."""

from __future__ import annotations

import re

from maaltal.core.sources import SOURCES
from maaltal.core.text import Language, Sentence, Text
from maaltal.documents.numbers import show

OPTIONS = {
    "--period": Text("feltet »Periode«", "the field “Period”"),
    "--layout": Text("feltet »Format«", "the field “Layout”"),
    "--mapping": Text("feltet »Tilpasning«", "the field “Mapping”"),
    "--key-file": Text("MAALTAL_KEY_FILE", "MAALTAL_KEY_FILE"),
}
CODES = re.compile(rf" \((?:{'|'.join(SOURCES)})\)")
STEPS = {
    "look": Text("Ser efter, hvad filen er", "Looking at what the file is"),
    "read": Text("Læser rækkerne", "Reading the rows"),
    "check": Text("Efterprøver rækkerne", "Checking the rows"),
    "write": Text("Skriver", "Writing"),
    "compare": Text("Sammenligner med lageret", "Comparing with the store"),
    "effect": Text("Regner ud, hvad tallene bliver", "Working out what the figures become"),
    "store": Text("Gemmer", "Storing"),
}


def for_page(said: Sentence | str, language: Language) -> str:
    """The sentence; an example such as "--period 2024" is the value alone, and a layout is called by its words alone."""
    words = said if isinstance(said, str) else said.render(language, show)
    words = CODES.sub("", words)
    words = re.sub(r"--(?:period|layout|mapping) ([\w.-]*\d[\w.-]*)", r"\1", words)
    for option, field in OPTIONS.items():
        words = words.replace(option, field.get(language))
    return words
