"""Figures and claims in running text."""

import re
from collections.abc import Iterator

from maaltal.core.audit.figures import Claim, Mention
from maaltal.core.tables.cells import Place
from maaltal.core.text import Text
from maaltal.intake.notes.lines import Prose
from maaltal.intake.notes.numbers import NUMBER, numbers_in
from maaltal.intake.notes.places import IN_TEXT, Where

_N, _Y = rf"{NUMBER}", r"(?:19|20)\d\d"
_MENTIONS: tuple[tuple[str, str, str], ...] = (
    ("all", "percentage", rf"samlede målopfyldelse i (?P<year>{_Y}) (?:er|var) (?P<n>{_N} pct\.)"),
    ("all", "percentage", rf"Målopfyldelsen for KK ligger i (?P<year>{_Y}) samlet på (?P<n>{_N} pct\.)"),
    ("placements", "target", rf"Måltallet blev \w+ fra (?P<n>{_N}) helårspersoner i (?P<year>{_Y})"),
    ("placements", "target", rf"Måltallet blev \w+ fra .{{0,60}}?{_Y} til (?P<n>{_N}) helårspersoner i (?P<year>{_Y})"),
    ("placements", "status", rf"(?:fra|til) (?P<n>{_N}) helårspersoner, svarende til {_N} pct\., i (?P<year>{_Y})"),
    ("placements", "percentage", rf"helårspersoner, svarende til (?P<n>{_N} pct\.), i (?P<year>{_Y})"),
    ("fleksjob", "target", rf"Måltallet for fleksjob blev \w+ fra (?P<n>{_N})(?: ansatte)? i (?P<year>{_Y})"),
    ("fleksjob", "target", rf"Måltallet for fleksjob blev \w+ fra [^.]*?{_Y} til (?P<n>{_N}) ansatte i (?P<year>{_Y})"),
    ("fleksjob", "status", rf"på (?P<n>{_N}) ansatte, som svarer til {_N} pct\., i (?P<year>{_Y})"),
    ("fleksjob", "percentage", rf"ansatte, som svarer til (?P<n>{_N} pct\.), i (?P<year>{_Y})"),
    ("fleksjob", "status", rf"på (?P<n>{_N}) ansatte, som [^.]{{0,40}} i (?P<year>{_Y}) svarer til"),
    ("fleksjob", "percentage", rf"ansatte, som [^.]{{0,40}} i (?P<year>{_Y}) svarer til (?P<n>{_N} pct\.)"),
    ("placements", "weight", rf"årsstatus(?: for)? (?P<year>{_Y}): Måltallet for virksomhedspraktik[^.]*? vægter (?P<n>{_N} pct\.)"),
    ("fleksjob", "weight", rf"årsstatus(?: for)? (?P<year>{_Y}): [^.]*?pct\. og måltallet for fleksjob vægter (?P<n>{_N} pct\.)"),
)  # fmt: skip
_FROM_TO = rf"fra (?P<first>{_N})(?: [a-zæøå]+)?(?:, svarende til {_N} pct\.,)?(?: i {_Y})? til (?P<second>{_N})(?![\d.]*\.? [a-z]+ber)"
_GROWS = re.compile(
    rf"(?:steget|forøget|øget|opjusteres?[^.]{{0,40}}|opjusteret|hævet)[^.]{{0,20}}? {_FROM_TO}"
)
_FALLS = re.compile(rf"(?:faldet|reduceret|sænket|nedjusteret) {_FROM_TO}")
_RISES = re.compile(r"(?P<table>[Tt]abel \w+) viser en (?:løbende|jævn|stadig) stigning")


def mentions(prose: Prose, document: str) -> Iterator[Mention]:
    """The municipality's figures that the text repeats, with their year."""
    where = Where(document, IN_TEXT)
    for subject, column, pattern in _MENTIONS:
        for found in re.finditer(pattern, prose.text):
            printed = next(numbers_in(found["n"]))
            figure = where.figure(
                printed, prose.line_at(found.start("n")), IN_TEXT, Text(found["n"], found["n"])
            )
            yield Mention(int(found["year"]), subject, column, figure)


def claims(prose: Prose, document: str) -> Iterator[Claim]:
    """What the text says about how figures go."""
    for found in _RISES.finditer(prose.text):
        yield Claim("rises", _place(prose, document, found), found["table"].casefold())
    for pattern, kind in ((_GROWS, "grows"), (_FALLS, "falls")):
        for found in pattern.finditer(prose.text):
            place = _place(prose, document, found)
            two = tuple(Where(document, IN_TEXT).figure(next(numbers_in(found[name])), prose.line_at(found.start(name)), IN_TEXT, IN_TEXT)
                        for name in ("first", "second"))  # fmt: skip
            yield Claim("grows" if kind == "grows" else "falls", place, None, two)


def _place(prose: Prose, document: str, found: re.Match[str]) -> Place:
    return Where(document, IN_TEXT).place(prose.line_at(found.start()), IN_TEXT, IN_TEXT)
