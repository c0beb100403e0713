"""What templates ask for besides Django's own tags. Loaded in every template."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from maaltal.core.text import Sentence, Text
from maaltal.documents.numbers import show
from maaltal.web.received import language

register = template.Library()


@register.filter
def words(value: object) -> str:
    """A `Text` or `Sentence` of core in the reader's language; anything else as it is written there."""
    if isinstance(value, Sentence):
        return value.render(language(), show)
    if isinstance(value, Text):
        return value.get(language())
    return show(value, language())


@register.filter
def number(value: int | Fraction | Decimal | date | None) -> str:
    """A number or a date as the reader's language writes it; nothing for None."""
    return "" if value is None else show(value, language())


@register.filter
def described(field: BoundField) -> SafeString:
    """The field's control, pointing at its hint and its error for those who listen to the page."""
    named = [f"{field.id_for_label}-hint"] if field.help_text else []
    named += [f"{field.id_for_label}-error"] if field.errors else []
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(named)} if named else {}
    if field.errors:
        attributes["aria-invalid"] = "true"
    widget = getattr(field.field.widget, "input_type", "")
    attributes["class"] = CLASSES.get(widget, "form-input")
    return field.as_widget(attrs=attributes)


CLASSES = {"select": "form-select", "checkbox": "form-checkbox", "radio": "form-radio", "file": "form-file"}


@register.filter
def kind(field: BoundField) -> str:
    """`checkbox`, `radio`, `select`, `hidden`, ...: what the control is."""
    return str(getattr(field.field.widget, "input_type", "text"))
