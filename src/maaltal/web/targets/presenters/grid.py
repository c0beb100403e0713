"""A table of fields: units down, groups across, with what somebody else saved meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import BoundField, Form

from maaltal.web.targets.forms.break_down import LEADER
from maaltal.web.targets.forms.merging import WAS, Meanwhile


@dataclass(frozen=True)
class Box:
    """A field, what stood in it when the page was first shown, and what came in between."""

    field: BoundField
    was: str
    meanwhile: Meanwhile | None
    unit: str = ""

    @property
    def was_name(self) -> str:
        return WAS + self.field.html_name

    @property
    def label(self) -> str:
        """The field's label less the unit, which the row names already."""
        return str(self.field.label).removeprefix(f"{self.unit}, ")

    @property
    def shown(self) -> str:
        """For those who only look."""
        value = self.field.value()
        return "" if value is None else str(value)

    @property
    def words(self) -> bool:
        """Whether words go in, which need more room than a number."""
        return "inputmode" not in self.field.field.widget.attrs

    @property
    def leader(self) -> bool:
        """Whether the field names who answers for the unit."""
        return self.field.html_name.startswith(LEADER)

    @property
    def vacant(self) -> bool:
        return self.leader and not self.shown


@dataclass(frozen=True)
class GridRow:
    code: str
    name: str
    boxes: tuple[Box, ...]
    address: str = ""


def box(form: Form, name: str, meanwhile: Mapping[str, Meanwhile], unit: str = "") -> Box:
    field = form[name]
    was = form.data.get(WAS + name, "") if form.is_bound else form.get_initial_for_field(field.field, name)
    return Box(field, "" if was is None else str(was), meanwhile.get(name), unit)


def grid_rows(
    form: Form,
    units: Sequence[tuple[str, str]],
    names: Mapping[str, Sequence[str]],
    meanwhile: Mapping[str, Meanwhile],
) -> tuple[GridRow, ...]:
    """`names` are the fields of each unit, from left to right."""
    return tuple(
        GridRow(code, name, tuple(box(form, field, meanwhile, name) for field in names[code]))
        for code, name in units
    )
