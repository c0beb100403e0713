"""Two people at the same form: what the later one typed is kept, and put beside what the earlier one saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

WAS = "was-"


@dataclass(frozen=True)
class Meanwhile:
    """What somebody else saved in a field, and whether it now stands there (`taken`) or what was typed does."""

    theirs: str
    taken: bool


def merge(typed: QueryDict, saved: Mapping[str, str]) -> tuple[QueryDict, dict[str, Meanwhile]]:
    """The form to show again. A field that only they changed takes their value; one that both changed keeps what was typed.

    `typed` has each field, and under `was-` what stood there when its page was shown; `saved` is what stands there now.
    """
    data, found = typed.copy(), {}
    for name, theirs in saved.items():
        was, mine = typed.get(WAS + name, ""), typed.get(name, "")
        if theirs not in (was, mine):
            found[name] = Meanwhile(theirs or "–", taken=mine == was)
            data[name] = theirs if mine == was else mine
        data[WAS + name] = theirs
    return data, found
