"""Numbers, days and states as every page of targets writes them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from maaltal.core.text import Text
from maaltal.documents.numbers import day as day_in_words
from maaltal.documents.numbers import number as number_in_words
from maaltal.web.received import language
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.states import DECIDED, LABELS, WITHDRAWN

MINUS = "\N{MINUS SIGN}"


def said(text: Text) -> str:
    return text.get(language())


def number(value: int | None) -> str:
    """1.084; nothing where no target is set."""
    return "" if value is None else number_in_words(value, language())


def signed(value: int | None) -> str:
    """+14, −5 or 0."""
    if value is None:
        return ""
    mark = "+" if value > 0 else MINUS if value < 0 else ""
    return mark + number_in_words(abs(value), language())


def day(value: date | None) -> str:
    return day_in_words(value, language()) if value else ""


def state(code: str) -> str:
    return said(LABELS[code])


def variant(code: str) -> str:
    """The look of the state's mark."""
    return "good" if code in DECIDED else "bad" if code == WITHDRAWN else "plain"


def years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def alternative(target_set: TargetSet) -> str:
    """What a set is called that counts by name only: a model while it is open, else another account of what was decided."""
    if not target_set.alternative:
        return ""
    return _("model") if target_set.open else _("kun til sammenligning")
