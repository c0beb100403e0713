"""What there is to ask for: some addresses of every page that each person can reach by links, and every question of the API."""

import json
import re
import sys
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

from bench.web_visitors import Visitor, logged_in

PER_ROUTE = 2
"""Addresses of each route and person."""
NOT_FOLLOWED = re.compile(r"^/(konto|login|static|ui)/")
LINK = re.compile(r'(?:href|src)="([^"]+)"')


@dataclass(frozen=True, eq=False)
class Address:
    """An address of a route, who asks for it, and the milliseconds that it took them the first time."""

    route: str
    address: str
    headers: dict[str, str]
    first: float


def explored(port: int, key: str) -> list[Address]:
    """By each made-up person, and by a system with a key."""
    from maaltal.web.accounts.demo import PEOPLE  # noqa: PLC0415 - Django has to be set up first

    found = [
        address
        for person in PEOPLE
        for address in _reached(logged_in(port, person.username, person.password))
    ]
    description = logged_in(port, PEOPLE[0].username, PEOPLE[0].password).ask("/api/openapi.json")[1]
    system = Visitor(port, {"Authorization": f"Bearer {key}"})
    return [*found, *_asked_of_the_api(system, json.loads(description))]


def _reached(visitor: Visitor) -> list[Address]:
    waiting, seen, kept = ["/"], {"/"}, dict[str, list[Address]]()
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        if route is None or len(kept.get(route, [])) >= PER_ROUTE:
            continue
        status, text, first = visitor.ask(address)
        if status != 200:
            print(f"    {status} at {address}", file=sys.stderr)
            continue
        kept.setdefault(route, []).append(Address(route, address, dict(visitor.headers), first))
        for link in _links(address, text) - seen:
            seen.add(link)
            waiting.append(link)
    return [address for addresses in kept.values() for address in addresses]


def _links(address: str, text: str) -> set[str]:
    found = (urldefrag(urljoin(address, link.replace("&amp;", "&")))[0] for link in LINK.findall(text))
    return {link for link in found if link.startswith("/") and not NOT_FOLLOWED.match(link)}


def _asked_of_the_api(system: Visitor, description: dict[str, Any]) -> list[Address]:
    """Every question of the API's own description, with the examples that it gives."""
    found = []
    for path, ways in description["paths"].items():
        given = {
            one["name"]: _example(one)
            for one in ways.get("get", {}).get("parameters", [])
            if one.get("required")
        }
        inside = {name: value for name, value in given.items() if f"{{{name}}}" in path}
        words = {name: value for name, value in given.items() if name not in inside}
        address = path.format(**inside) + (f"?{urlencode(words)}" if words else "")
        answered, _, first = system.ask(address)
        if answered == 200:
            found.append(Address(path, address, dict(system.headers), first))
        else:
            print(f"    {answered} at {address}", file=sys.stderr)
    return found


def _example(parameter: dict[str, object]) -> object:
    schema = parameter.get("schema", {})
    assert isinstance(schema, dict)
    known = {"period": "2024", "code": "KK", "unit": "KK", "year": "2024", "number": "1", "target_set": "1"}
    return (
        parameter.get("example")
        or schema.get("example")
        or (schema.get("examples") or [known.get(str(parameter["name"]), "KK")])[0]
    )


def route_of(address: str) -> str | None:
    """The pattern that answers it; None when none does."""
    from django.urls import Resolver404, resolve  # noqa: PLC0415

    try:
        return f"/{resolve(urlsplit(address).path).route}"
    except Resolver404:
        return None
