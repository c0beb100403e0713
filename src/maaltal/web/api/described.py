"""The API described: OpenAPI 3.1 with the fields' meanings in the reader's language, and the same as a page shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from maaltal.web.api.routes import api
from maaltal.web.api.words import FIELDS, NEED_A_PERIOD, SUMMARIES

PREFIX = "/api/v1/"
PROBLEM = "application/problem+json"


@cache
def _told_by_ninja() -> dict[str, Any]:
    """It takes as long as three pages, and never changes."""
    return dict(api.get_openapi_schema(path_prefix=PREFIX))


def description() -> dict[str, Any]:
    """What ninja says of the routes, with a description for every parameter and field."""
    found = deepcopy(_told_by_ninja())
    found["info"] = {
        **found["info"],
        "description": _("Måltals tal og register, til læsning. Hvert svar følger nøglens rolle og enhed."),
    }
    for address, question in found["paths"].items():
        question["get"]["summary"] = str(SUMMARIES[address.removeprefix(PREFIX)])
        for parameter in question["get"].get("parameters", ()):
            parameter["description"] = str(FIELDS[parameter["name"]])
        for code, answer in question["get"]["responses"].items():
            if code != 200:
                answer["content"] = {PROBLEM: answer["content"]["application/json"]}
    for schema in found["components"]["schemas"].values():
        for name, field in schema.get("properties", {}).items():
            field["description"] = str(FIELDS[name])
    return found


@dataclass(frozen=True)
class Question:
    """One address, what it answers, an example to follow ("" when there is none), and the parameters and fields, each with its meaning."""

    address: str
    summary: str
    example: str
    parameters: tuple[tuple[str, str, bool], ...]
    fields: tuple[tuple[str, str], ...]


def questions(period: str | None, refused: Collection[str] = ()) -> tuple[Question, ...]:
    """`period`: one that there are figures of, for the examples; None: none yet. No examples of what the reader is `refused`."""
    found = description()
    return tuple(
        Question(
            address, question["get"]["summary"], "" if address.removeprefix(PREFIX) in refused else _example(address, period),
            tuple((each["name"], each["description"], each["required"]) for each in question["get"].get("parameters", ())),
            tuple(_fields(question["get"], found["components"]["schemas"])),
        )
        for address, question in found["paths"].items()
    )  # fmt: skip


def _example(address: str, period: str | None) -> str:
    if address.removeprefix(PREFIX) not in NEED_A_PERIOD:
        return address
    return f"{address}?period={period}" if period else ""


def parameters(route: str) -> frozenset[str]:
    """The names that the question at this route (below PREFIX) reads."""
    asked = _told_by_ninja()["paths"][PREFIX + route]["get"]
    return frozenset(each["name"] for each in asked.get("parameters", ()))


def _fields(question: dict[str, Any], schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a page's items."""
    schema = question["responses"][200]["content"].get("application/json", {}).get("schema", {})
    page = schemas.get(schema.get("$ref", "").rpartition("/")[2])
    if page:
        row = schemas[page["properties"]["items"]["items"]["$ref"].rpartition("/")[2]]
        yield from ((name, field["description"]) for name, field in row["properties"].items())
