"""The register's rows as lines of JSON, the same from either database, so that one can be left for the other."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import batched
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import BinaryField, Field, ForeignKey, Model

# Who is logged in just now is nobody's business later.
NOT_KEPT = {"sessions.session"}
AT_ONCE = 2000


def models_of(apps: Apps) -> list[type[Model]]:
    """Every model with a table of its own, tables between models too, by name."""
    found = [model for model in apps.get_models(include_auto_created=True) if _has_table(model)]
    return sorted(found, key=lambda model: model._meta.label_lower)


def _has_table(model: type[Model]) -> bool:
    meta = model._meta
    return meta.managed and not meta.proxy and meta.label_lower not in NOT_KEPT


@contextmanager
def one_moment() -> Iterator[None]:
    """Whatever is read inside is as of one moment, and nobody has to wait for the reader."""
    begin = (
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else "BEGIN"
    )
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def write_rows(models: Iterable[type[Model]], folder: Path) -> dict[str, int]:
    """A file for each model: its columns, then a line for each row. How many rows, by model."""
    return {
        model._meta.label_lower: _write(model, folder / f"{model._meta.label_lower}.jsonl")
        for model in models
    }


def _write(model: type[Model], path: Path) -> int:
    columns = [field.attname for field in model._meta.concrete_fields]
    count = 0
    with path.open("x", encoding="utf-8") as file:
        file.write(json.dumps(columns) + "\n")
        for row in model._base_manager.order_by("pk").values_list(*columns).iterator(AT_ONCE):
            file.write(json.dumps(row, default=plain, ensure_ascii=False) + "\n")
            count += 1
    return count


def plain(value: object) -> object:
    """What JSON has no form for, as text that its field reads again."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"{value.days} {value.seconds}.{value.microseconds:06d}"
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return str(value)


def read_rows(models: Iterable[type[Model]], folder: Path) -> None:
    """Put every row into its table, instead of what migrations put there.

    Inside one transaction, at whose end rows may point at each other in any order.
    """
    known = [model for model in models if (folder / f"{model._meta.label_lower}.jsonl").exists()]
    with connection.cursor() as cursor:
        for model in known:
            cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)}")  # noqa: S608 - a table of our own
        for model in known:
            _read(model, folder / f"{model._meta.label_lower}.jsonl", cursor)
        for words in connection.ops.sequence_reset_sql(no_style(), known):
            cursor.execute(words)
    connection.check_constraints()


def _read(model: type[Model], path: Path, cursor: Any) -> None:
    """By SQL of our own: models refuse what only a restore may do, such as giving a line of the trail its old moment."""
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    with path.open(encoding="utf-8") as file:
        fields = [by_name[name] for name in json.loads(next(file))]
        columns = ", ".join(_quoted(field.column) for field in fields)
        places = ", ".join(["%s"] * len(fields))
        insert = f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - as above
        for lines in batched(file, AT_ONCE, strict=False):
            cursor.executemany(insert, [_stored(fields, json.loads(line)) for line in lines])


def _stored(fields: Sequence[Field[Any, Any]], row: Sequence[Any]) -> list[Any]:
    return [
        field.get_db_prep_save(_value(field, value), connection)
        for field, value in zip(fields, row, strict=True)
    ]


def _value(field: Field[Any, Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, BinaryField):
        return b64decode(value)
    return (field.target_field if isinstance(field, ForeignKey) else field).to_python(value)


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")
