"""The API described: OpenAPI 3.1 with the fields' meanings in the reader's language, and the same as a page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from maaltal.web.api.routes import api
from maaltal.web.api.words import EXAMPLES, FIELDS, SUMMARIES

PREFIX = "/api/v1/"


def description() -> dict[str, Any]:
    """What ninja says of the routes, with a description for every parameter and field."""
    found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=PREFIX))
    found["info"] = {
        **found["info"],
        "description": _("Måltals tal og register, til læsning. Hvert svar følger nøglens rolle og enhed."),
    }
    for address, question in found["paths"].items():
        question["get"]["summary"] = str(SUMMARIES[address.removeprefix(PREFIX)])
        for parameter in question["get"].get("parameters", ()):
            parameter["description"] = str(FIELDS[parameter["name"]])
    for schema in found["components"]["schemas"].values():
        for name, field in schema.get("properties", {}).items():
            field["description"] = str(FIELDS[name])
    return found


@dataclass(frozen=True)
class Question:
    """One address, what it answers, and the parameters and fields, each with its meaning."""

    address: str
    summary: str
    example: str
    parameters: tuple[tuple[str, str, bool], ...]
    fields: tuple[tuple[str, str], ...]


def questions() -> tuple[Question, ...]:
    found = description()
    return tuple(
        Question(
            address, question["get"]["summary"], EXAMPLES.get(address.removeprefix(PREFIX), address),
            tuple((each["name"], each["description"], each["required"]) for each in question["get"].get("parameters", ())),
            tuple(_fields(question["get"], found["components"]["schemas"])),
        )
        for address, question in found["paths"].items()
    )  # fmt: skip


def _fields(question: dict[str, Any], schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a page's items."""
    schema = question["responses"][200]["content"].get("application/json", {}).get("schema", {})
    page = schemas.get(schema.get("$ref", "").rpartition("/")[2])
    if page:
        row = schemas[page["properties"]["items"]["items"]["$ref"].rpartition("/")[2]]
        yield from ((name, field["description"]) for name, field in row["properties"].items())
