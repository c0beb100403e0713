"""Claims in running text: rises, falls, targets met, shares that are the lowest."""

import re
from collections.abc import Iterator

from maaltal.core.audit.said import Claim, ClaimKind
from maaltal.core.tables.cells import Place
from maaltal.intake.notes.layouts.mentions import YEAR, pattern
from maaltal.intake.notes.lines import Prose
from maaltal.intake.notes.numbers import numbers_in
from maaltal.intake.notes.places import IN_TEXT, Where

_FROM_TO = (
    r"fra F(?: [a-zæøå]+)?(?:, svarende til p,)?(?: i \d{4})? til S(?![\d.]*\.? [a-z]+ber)(?!\d)",
    r"from F(?: [a-z\-]+){0,2}?(?:, (?:equal|corresponding) to p,)?(?: in \d{4})? to S(?! [A-Z][a-z]+ber)(?!\d)",
)
_PAIRS: tuple[tuple[ClaimKind, str], ...] = (
    ("grows", r"(?:steget|forøget|øget|opjusteres?[^.]{0,40}|opjusteret|hævet)[^.]{0,20}? " + _FROM_TO[0]),
    ("grows", r"(?:stigning|stigningen) " + _FROM_TO[0]),
    ("falls", r"(?:faldet|reduceret|sænket|nedjusteret) " + _FROM_TO[0]),
    ("falls", r"(?:fald|faldet) " + _FROM_TO[0]),
    ("same", r"uændre(?:t|de)[^.]{0,20}? " + _FROM_TO[0]),
    ("grows", r"(?:risen|rose|increased|raised|grown|grew)[^.]{0,20}? " + _FROM_TO[1]),
    ("falls", r"(?:fallen|fell|decreased|reduced|lowered|declined) " + _FROM_TO[1]),
    ("covers", r"F [a-zæøå]+ ansat i fleksjob\. Målt i fuldtidspersoner svarer det til S(?!\d)"),
    ("same", r"unchanged[^.]{0,20}? " + _FROM_TO[1]),
)
_RISES = re.compile(
    r"(?P<table>(?:tabel|table) \w+) (?:viser en (?:løbende|jævn|stadig) stigning|shows a (?:steady|continuous) (?:rise|increase))",
    re.IGNORECASE,
)  # fmt: skip
_WHO = r"(?:(?P<unit>\b[A-ZÆØÅ]{2,5}\b)[^.]{0,60}? )?"
_OF = r"(?P<subject> for [^.]{0,80}?)?"
_MET = tuple(re.compile(words) for words in (
    rf"{_WHO}[Mm]åltallet{_OF}(?: i (?P<year>{YEAR}))? (?:er|blev|var)(?: dermed)? (?P<no>ikke )?(?:indfriet|opfyldt|nået)(?: i (?P<later>{YEAR}))?",
    rf"(?P<unit>\b[A-ZÆØÅ]{{2,5}}\b) (?:har|havde) (?P<no>ikke )?(?:indfriet|opfyldt|nået) måltallet{_OF}(?: i (?P<year>{YEAR}))?(?=[.,])",
    rf"{_WHO}[Tt]he target{_OF}(?: in (?P<year>{YEAR}))? (?:is|was|has been) (?P<no>not )?(?:met|reached|fulfilled)(?: in (?P<later>{YEAR}))?",
))  # fmt: skip
_LOWEST = re.compile(
    r"(?:I|In) (?P<area>[A-ZÆØÅ]\w+) [^.]{0,20}?\d[.,]?\d*[^.]{0,60}\. (?:Det er|That is|This is) en? "
    r"(?P<side>lavere|højere|lower|higher) (?:andel|share) (?:end|than)"
)


def claims(prose: Prose, document: str) -> Iterator[Claim]:
    """What the text says about how figures go."""
    for found in _RISES.finditer(prose.text):
        yield Claim("rises", _place(prose, document, found), found["table"].casefold())
    yield from _pairs(prose, document)
    for words in _MET:
        for found in words.finditer(prose.text):
            yield _met(prose, document, found)
    for found in _LOWEST.finditer(prose.text):
        kind: ClaimKind = "lowest" if found["side"] in ("lavere", "lower") else "highest"
        yield Claim(kind, _place(prose, document, found), subject=found["area"])


def _pairs(prose: Prose, document: str) -> Iterator[Claim]:
    where = Where(document, IN_TEXT)
    for kind, words in _PAIRS:
        for found in re.finditer(pattern(words, prose.numbers), prose.text, re.IGNORECASE):
            two = tuple(
                where.figure(next(numbers_in(found[name], prose.numbers)), prose.line_at(found.start(name)), IN_TEXT, IN_TEXT)
                for name in ("first", "second")
            )  # fmt: skip
            yield Claim(kind, _place(prose, document, found), figures=two)


def _met(prose: Prose, document: str, found: re.Match[str]) -> Claim:
    groups = found.groupdict()
    year = groups.get("year") or groups.get("later")
    words = (groups["subject"] or "").casefold()
    subject = "fleksjob" if words.strip().startswith("for fleksjob") else "placements" if words else None
    return Claim(
        "unmet" if groups["no"] else "met", _place(prose, document, found),
        subject=subject, unit=groups["unit"], year=int(year) if year else None,
    )  # fmt: skip


def _place(prose: Prose, document: str, found: re.Match[str]) -> Place:
    return Where(document, IN_TEXT).place(prose.line_at(found.start()), IN_TEXT, IN_TEXT)
