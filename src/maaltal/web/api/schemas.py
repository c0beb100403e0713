"""What answers hold. A field's meaning stands in `words.FIELDS`, which the description of the API takes it from."""

from __future__ import annotations

from datetime import date, datetime

from ninja import Schema
from pydantic import Field

MOST_IN_PAGE = 1000


class Paging(Schema):
    """Which part of a long answer."""

    limit: int = Field(100, ge=1, le=MOST_IN_PAGE)
    offset: int = Field(0, ge=0, le=10**9)


class Page[T](Schema):
    items: list[T]
    total: int
    limit: int
    offset: int
    next: str | None


class UnitRow(Schema):
    code: str
    name: str
    level: str
    path: list[str]
    valid_from: date
    valid_to: date | None
    successor: str | None
    leader: str
    fleksjob_consultant: str
    company_consultant: str


class TargetRow(Schema):
    target_set: str
    label: str
    state: str
    years: list[int]
    in_force_from: date | None
    decided_by: str
    decided_on: date | None
    case_number: str | None
    unit: str
    group: str
    target: int


class MeasurementRow(Schema):
    period: str
    unit: str
    unit_name: str
    selection: str
    selection_name: str
    measure: str
    value: float | None
    printed: str
    hidden: bool


class FulfilmentRow(Schema):
    period: str
    unit: str
    unit_name: str
    target_set: str
    group: str
    group_name: str
    target: int | None
    fulfilment: float | None
    printed: str
    hidden: bool
    method: str | None


class BatchRow(Schema):
    id: str
    source: str
    layout: str
    period: str | None
    file: str
    sha256: str
    loaded_at: datetime
    undone_at: datetime | None
    superseded_by: list[str]
    counts: bool
    accepted: int
    set_aside: int
    rejected: int


class ReportFile(Schema):
    name: str
    sha256: str
    size: int


class ReportRow(Schema):
    id: int
    kind: str
    name: str
    title: str
    language: str
    period: str
    unit: str
    made_at: datetime
    as_known: datetime
    shared_at: datetime | None
    sha256: str
    files: list[ReportFile]
