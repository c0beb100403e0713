"""What keys, tables and groups are called in an answer, where the user wrote codes."""

from __future__ import annotations

from collections.abc import Mapping

from maaltal.core.municipality import Municipality
from maaltal.core.periods import Period, parse_period, year
from maaltal.core.text import Sentence, Text, same, sentence

type Called = Text | Sentence
OWN_WORDS = {
    "equal": Text("lige meget til hver", "the same for each"),
    "mix": Text("nøglerne vejet sammen", "the keys weighed together"),
}


def key_called(word: str, municipality: Municipality) -> Called:
    """A key of the command line in words: targets:2026-2027:fleksjob, measured:2024:fleksjob, equal; others as written."""
    if word in OWN_WORDS:
        return OWN_WORDS[word]
    group = groups_called(word, municipality).get(word.rsplit(":", maxsplit=1)[-1])
    if group is None:
        return same(word)
    return sentence(
        "{table}: {group}", "{table}: {group}", table=table_called(word, municipality), group=group.inside
    )


def table_called(word: str, municipality: Municipality) -> Called:
    """targets:SET by the set's label, measured:PERIOD and fulfilment:PERIOD by the period; a file as written."""
    kind, _, rest = word.partition(":")
    targets = municipality.target_set(rest.partition(":")[0]) if kind == "targets" else None
    if targets:
        return targets.label
    period = _period(word)
    if kind == "measured" and period:
        return sentence("målt {period}", "measured {period}", period=period)
    if kind == "fulfilment" and period:
        return sentence("målopfyldelse {period}", "fulfilment {period}", period=period)
    return same(word)


def groups_called(word: str, municipality: Municipality) -> Mapping[str, Text]:
    """The labels of the scheme groups by code, as in the target set's or the measured period's year; none for a file."""
    kind, _, rest = word.partition(":")
    targets = municipality.target_set(rest.partition(":")[0]) if kind == "targets" else None
    period = year(targets.years[0]) if targets else _period(word)
    return {group.code: group.label for group in municipality.groups_in(period)} if period else {}


def _period(word: str) -> Period | None:
    kind, _, rest = word.partition(":")
    if kind not in ("measured", "fulfilment"):
        return None
    try:
        return parse_period(rest.partition(":")[0])
    except ValueError:
        return None
