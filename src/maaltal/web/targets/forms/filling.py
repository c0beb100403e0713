"""Forms filled from rows that were pasted or uploaded: shown to be looked through, and saved like typed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from maaltal.web.targets.csv_files import Line, UnreadableError, read

LARGEST = 2**20


def lines_of(
    request: HttpRequest, units: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> tuple[Line, ...]:
    """The rows of the uploaded file, or else the pasted ones. UnreadableError."""
    upload = request.FILES.get("file")
    if upload is None:
        return read(request.POST.get("rows", ""), units, groups)
    if (upload.size or 0) > LARGEST:
        raise UnreadableError(_("Filen er for stor til at være en tabel over måltal."))
    try:
        return read(upload.read().decode("utf-8-sig"), units, groups)
    except UnicodeDecodeError:
        raise UnreadableError(_("Filen er ikke en CSV-fil i UTF-8. Gem den som CSV UTF-8.")) from None


def words_of(values: Mapping[str, Any]) -> dict[str, str]:
    """What stands in each field, as a form sends it."""
    return {name: "" if value is None else str(value) for name, value in values.items()}


def filled_over(typed: QueryDict, filled: Mapping[str, str]) -> QueryDict:
    """A form's data: what was typed, with the `filled` fields over it."""
    data = typed.copy()
    for name, words in filled.items():
        data[name] = words
    return data
