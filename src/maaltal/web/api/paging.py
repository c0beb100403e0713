"""A long answer, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest

from maaltal.web.api.schemas import Paging


def page[T, R](
    request: HttpRequest, paging: Paging, rows: Sequence[T], row: Callable[[T], R]
) -> dict[str, Any]:
    """The rows from `offset` on, `limit` at most, and the address of the next ones."""
    end = paging.offset + paging.limit
    following = None
    if end < len(rows):
        words = request.GET.copy()
        words["limit"], words["offset"] = str(paging.limit), str(end)
        following = f"{request.path}?{words.urlencode()}"
    return {
        "items": [row(each) for each in rows[paging.offset : end]],
        "total": len(rows), "limit": paging.limit, "offset": paging.offset, "next": following,
    }  # fmt: skip


def same[T](row: T) -> T:
    return row
