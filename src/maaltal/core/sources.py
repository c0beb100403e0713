"""What kinds of file there are, in words: their codes stand in batches, layouts and commands."""

from __future__ import annotations

from collections.abc import Iterable

from maaltal.core.text import Text, same

SOURCES = {
    "placements": Text("jobcentrets placeringer", "the job centre's placements"),
    "payroll": Text("lønsystemets ansatte", "payroll's employees"),
    "organisation": Text("organisationen", "the organisation"),
    "outcomes": Text("job og uddannelse efter forløb", "job and education after spells"),
}


def source_words(source: str) -> Text:
    """Kilde (source): the kind of file that a batch came from. A municipality's own is called what its mapping calls it."""
    return SOURCES.get(source, same(source))


def layout_words(layout: str) -> Text:
    """A layout by its name; `placements:kmd` is the shipped one as the mapping `kmd` changes it."""
    base, _, mapping = layout.partition(":")
    words = source_words(base)
    if not mapping:
        return words
    return Text(f"{words.da} efter tilpasningen {mapping}", f"{words.en} by the mapping {mapping}")


def listed_with_codes(layouts: Iterable[str]) -> Text:
    """Layouts to choose among, each with the code that the command line asks for."""
    named = [(layout_words(name), name) for name in layouts]
    return Text(
        *(", ".join(f"{words.get(tongue)} ({name})" for words, name in named) for tongue in ("da", "en"))
    )
