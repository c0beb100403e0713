"""Figures of the tables that running text repeats."""

import re
from collections.abc import Iterator
from functools import cache

from maaltal.core.audit.figures import Figure, NumberStyle
from maaltal.core.audit.said import Mention, Quote
from maaltal.core.text import Text
from maaltal.intake.notes.lines import Prose
from maaltal.intake.notes.numbers import NUMBER, PERCENT, numbers_in
from maaltal.intake.notes.places import IN_TEXT, Where

YEAR = r"(?:19|20)\d\d"
_MENTIONS: tuple[tuple[str, str, str], ...] = (
    ("all", "percentage", r"samlede målopfyldelse i Y (?:er|var) P"),
    ("all", "percentage", r"Målopfyldelsen for KK ligger i Y samlet på P"),
    ("all", "percentage", r"[Cc]ombined fulfilment in Y (?:is|was) P"),
    ("placements", "target", r"Måltallet blev \w+ fra N helårspersoner i Y"),
    ("placements", "target", r"Måltallet blev \w+ fra .{0,60}?\d{4} til N helårspersoner i Y"),
    ("placements", "target", r"The target was \w+ from N full-year persons in Y"),
    ("placements", "target", r"The target was \w+ from .{0,60}?\d{4} to N full-year persons in Y"),
    ("placements", "status", r"(?:fra|til) N helårspersoner, svarende til p, i Y"),
    ("placements", "percentage", r"helårspersoner, svarende til P, i Y"),
    ("placements", "status", r"(?:from|to) N full-year persons, (?:equal|corresponding) to p, in Y"),
    ("placements", "percentage", r"full-year persons, (?:equal|corresponding) to P, in Y"),
    ("fleksjob", "target", r"Måltallet for fleksjob blev \w+ fra N(?: ansatte)? i Y"),
    ("fleksjob", "target", r"Måltallet for fleksjob blev \w+ fra [^.]*?\d{4} til N ansatte i Y"),
    ("fleksjob", "target", r"The target for fleksjob was \w+ from N(?: employees)? in Y"),
    ("fleksjob", "target", r"The target for fleksjob was \w+ from [^.]*?\d{4} to N(?: employees)? in Y"),
    ("fleksjob", "status", r"på N ansatte, som svarer til p, i Y"),
    ("fleksjob", "percentage", r"ansatte, som svarer til P, i Y"),
    ("fleksjob", "status", r"på N ansatte, som [^.]{0,40} i Y svarer til"),
    ("fleksjob", "percentage", r"ansatte, som [^.]{0,40} i Y svarer til P"),
    ("fleksjob", "status", r"N employees, (?:equal|corresponding) to p, in Y"),
    ("fleksjob", "percentage", r"employees, (?:equal|corresponding) to P, in Y"),
    ("placements", "weight", r"årsstatus(?: for)? Y: Måltallet for virksomhedspraktik[^.]*? vægter P"),
    ("fleksjob", "weight", r"årsstatus(?: for)? Y: [^.]*?pct\. og måltallet for fleksjob vægter P"),
    ("placements", "weight", r"Samlet målopfyldelse Y: måltallet for (?:[^.]*, )?(?:virksomhedspraktik|løntilskud)[^.]*? vægter P"),
    ("fleksjob", "weight", r"Samlet målopfyldelse Y: måltallet for fleksjob vægter P"),
    ("placements", "weight", r"Combined fulfilment Y: the target for (?:[^.]*, )?(?:work placement|wage subsidy)[^.]*? weighs P"),
    ("fleksjob", "weight", r"Combined fulfilment Y: the target for fleksjob weighs P"),
)  # fmt: skip
"""Whose figure, which, and how it is said: N and P are the number and the percentage told, p any percentage, Y the year."""
_QUOTES: tuple[tuple[str | None, str, str], ...] = (
    (None, "count", r"(?P<area>[A-ZÆØÅ]\w+)(?:erne|ere|nere)? ansat i fleksjob\. Målt i fuldtidspersoner svarer det til N"),
    (None, "count", r"\d (?P<area>[a-zæøå]+) ansat i fleksjob\. Målt i fuldtidspersoner svarer det til N"),
    (None, "share", r"I (?P<area>[A-ZÆØÅ]\w+) er P af arbejdsstyrken ansat i fleksjob"),
    ("hele landet", "share", r"Landsgennemsnittet er P"),
    (None, "share", r"In (?P<area>[A-ZÆØÅ]\w+) P of the labour force (?:is|are) (?:employed )?in fleksjob"),
)  # fmt: skip


def mentions(prose: Prose, document: str) -> Iterator[Mention]:
    """The municipality's figures that the text repeats, with their year."""
    for number, (subject, column, _) in enumerate(_MENTIONS):
        for found in _patterns(prose.numbers)[number].finditer(prose.text):
            yield Mention(int(found["year"]), subject, column, _figure(prose, document, found))


def quotes(prose: Prose, document: str) -> Iterator[Quote]:
    """Figures of a benchmark that the text repeats, with their area."""
    for area, kind, words in _QUOTES:
        for found in re.finditer(pattern(words, prose.numbers), prose.text):
            name = area or found["area"]
            yield Quote(name, "share" if kind == "share" else "count", _figure(prose, document, found))


def _figure(prose: Prose, document: str, found: re.Match[str]) -> Figure:
    printed = next(numbers_in(found["n"], prose.numbers))
    line = prose.line_at(found.start("n"))
    return Where(document, IN_TEXT).figure(printed, line, IN_TEXT, Text(found["n"], found["n"]))


@cache
def _patterns(style: NumberStyle) -> list[re.Pattern[str]]:
    return [re.compile(pattern(words, style), re.IGNORECASE) for _, _, words in _MENTIONS]


def pattern(words: str, style: NumberStyle) -> str:
    """The words with N, P, p and Y written out for the document's numbers."""
    number = NUMBER[style]
    parts = {
        "N": rf"(?P<n>{number})", "P": rf"(?P<n>{number}\s?{PERCENT})", "p": rf"{number}\s?{PERCENT}",
        "Y": rf"(?P<year>{YEAR})", "F": rf"(?P<first>{number})", "S": rf"(?P<second>{number})",
    }  # fmt: skip
    return re.sub(r"(?<![\w\\<?])[NPpYFS](?!\w)", lambda found: parts[found[0]], words)
