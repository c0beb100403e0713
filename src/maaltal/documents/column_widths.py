"""How wide the columns of a table become in a given width."""

from collections.abc import Sequence
from dataclasses import dataclass

COMFORTABLE_HEADING = 12


@dataclass(frozen=True)
class Wish:
    """The characters that a column can do with, and those that it would like."""

    least: int
    most: int


def fit(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], width: int
) -> list[int]:
    """A width for each column, in characters.

    Figures are never broken. Text gives way, the widest column first, down to its longest word; `width` is exceeded
    rather than a word broken. What is left goes to the headings of figures.
    """
    columns = [[row[at] for row in rows] for at in range(len(headings))]
    wishes = [_wish(*column) for column in zip(headings, columns, numeric, strict=True)]
    widths = [wish.least if number else wish.most for wish, number in zip(wishes, numeric, strict=True)]
    while sum(widths) > width and (
        loose := [at for at, wish in enumerate(wishes) if widths[at] > wish.least]
    ):
        widths[max(loose, key=lambda at: widths[at])] -= 1
    for at, wish in enumerate(wishes):
        spare = max(0, width - sum(widths))
        widths[at] += min(spare, max(0, wish.most - widths[at]))
    return widths


def _wish(heading: str, cells: Sequence[str], number: bool) -> Wish:
    if number:
        least = max(_widest(cells), _longest_word([heading]))
        return Wish(least, max(least, min(len(heading), COMFORTABLE_HEADING)))
    return Wish(_longest_word([heading, *cells]), _widest([heading, *cells]))


def _widest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)


def _longest_word(texts: Sequence[str]) -> int:
    """By spaces, as rich breaks lines: a no-break space holds words together."""
    return _widest([word for text in texts for word in text.split(" ")])
