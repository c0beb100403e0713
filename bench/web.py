"""How fast pages and API answer, one at a time and to 20 people at once, and what the program takes of memory.

python -m bench web [--factors 1 10] [--users 20] [--seconds 20]

It makes the sample municipality (and one with ten times the people), starts gunicorn with 2 workers on a port of this machine's
own, logs in as each made-up person, follows the links, and then lets `users` follow them at random for `seconds`.
"""

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Any
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

import psutil

from bench.measure import measured
from maaltal.web.config.command import django
from maaltal.web.config.serving import free_port, gunicorn_words

WORKERS = 2
ALONE = 3
"""Times that each address is asked for when nobody else asks."""
PER_ROUTE = 2
"""Addresses of each route and person."""
MOST = 400
"""Addresses in all."""
NOT_FOLLOWED = re.compile(r"^/(konto|login|static|ui)/")
LINK = re.compile(r'(?:href|src)="([^"]+)"')


@dataclass
class Visitor:
    """Somebody with a connection: logged in by cookies, or another system with a key."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    connection: HTTPConnection | None = None

    def ask(self, address: str, method: str = "GET", body: str = "") -> tuple[int, str, float]:
        """Status, text and milliseconds."""
        begun, old = perf_counter(), self.connection is not None
        self.connection = self.connection or HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            self.connection.request(method, address, body or None, self.headers)
            answer = self.connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (HTTPException, OSError):
            self.connection = None
            # The server closes a connection that nobody used for two seconds.
            return self.ask(address, method, body) if old else (0, "", 1000 * (perf_counter() - begun))
        self._keep(answer.headers.get_all("Set-Cookie") or [])
        where = answer.headers.get("Location")
        if method == "GET" and answer.status in {301, 302} and where:
            return (
                *self.ask(urlsplit(where)._replace(scheme="", netloc="").geturl())[:2],
                1000 * (perf_counter() - begun),
            )
        return answer.status, text, 1000 * (perf_counter() - begun)

    def _keep(self, cookies: Sequence[str]) -> None:
        jar = dict(pair.split("=", 1) for pair in self.headers.get("Cookie", "").split("; ") if pair)
        jar |= dict(cookie.split(";")[0].split("=", 1) for cookie in cookies)
        if jar:
            self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())


@dataclass(frozen=True, eq=False)
class Address:
    route: str
    address: str
    headers: dict[str, str]


def main(words: Sequence[str] = ()) -> None:
    """Print a table for each size of municipality."""
    parser = argparse.ArgumentParser(prog="bench web")
    parser.add_argument("--factors", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args(words)
    for factor in asked.factors:
        with TemporaryDirectory(prefix="maaltal-bench-") as name:
            _one(Path(name), factor, asked.users, asked.seconds)


def _one(folder: Path, factor: int, users: int, seconds: float) -> None:
    made = measured("bench.web", "made", folder, factor)
    print(f"-- {factor} x the people: made and loaded in {made.seconds:.1f} s")
    os.environ |= _environment(folder)
    django()
    key = (folder / "key").read_text("utf-8")
    with _running(folder) as (process, port, started):
        print(f"started in {started:.2f} s; idle: {_memory(process):.0f} MB")
        addresses = _explored(port, key)
        print(f"{len(addresses)} addresses on {len({each.route for each in addresses})} routes")
        alone = {
            each: [Visitor(port, dict(each.headers)).ask(each.address)[2] for _ in range(ALONE)]
            for each in addresses
        }
        together, highest, took = _together(process, port, addresses, users, seconds)
        _table(alone, together)
        count = sum(map(len, together.values()))
        print(
            f"{users} people at once: {count / took:.0f} answers a second; {highest:.0f} MB at most, {_memory(process):.0f} MB after"
        )


def made(folder: str, factor: str) -> None:
    """The municipality in its store, the people, and a key for the API."""
    from maaltal.web.config import demo  # noqa: PLC0415 - sets Django up for this folder

    demo.fill_store(Path(folder), int(factor))
    demo.make_demo(Path(folder), None)
    from datetime import timedelta  # noqa: PLC0415

    from maaltal.web.accounts.actor import Actor, Right, Role  # noqa: PLC0415
    from maaltal.web.api.actions import give_key  # noqa: PLC0415
    from maaltal.web.received import root, today  # noqa: PLC0415

    day, unit = today(), root()
    giver = Actor("bench", (Right(Role.ADMINISTRATOR, unit, day),))
    _, secret = give_key(
        by=giver, system="bench", role=Role.ANALYST, path=(unit,), valid_to=day + timedelta(1), day=day
    )
    (Path(folder) / "key").write_text(secret, "utf-8")


def _environment(folder: Path) -> dict[str, str]:
    return {"MAALTAL_MODE": "demo", "MAALTAL_DATA": str(folder), "MAALTAL_LOG": "json", "DATABASE_URL": ""}


@contextmanager
def _running(folder: Path) -> Iterator[tuple[psutil.Process, int, float]]:
    """The program, its port, and seconds until it answered."""
    port, begun = free_port("127.0.0.1"), perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(gunicorn_words("127.0.0.1", port, WORKERS), stdout=log, stderr=log)
    try:
        while Visitor(port).ask("/login/")[0] != 200:
            assert process.poll() is None, (folder / "log").read_text("utf-8")
            sleep(0.05)
        yield psutil.Process(process.pid), port, perf_counter() - begun
        complaints = [
            line for line in (folder / "log").read_text("utf-8").splitlines() if '"level": "info"' not in line
        ]
        print("\n".join(complaints), file=sys.stderr)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _memory(process: psutil.Process) -> float:
    """MB of the process and its workers, what they share counted once."""
    return sum(each.memory_full_info().pss for each in (process, *process.children(recursive=True))) / 2**20


def _explored(port: int, key: str) -> list[Address]:
    """Some addresses of every route that each person can reach by links, and of the API."""
    from maaltal.web.accounts.demo import PEOPLE  # noqa: PLC0415 - Django has to be set up first

    found = [
        address
        for person in PEOPLE
        for address in _reached(_logged_in(port, person.username, person.password))
    ]
    description = _logged_in(port, PEOPLE[0].username, PEOPLE[0].password).ask("/api/openapi.json")[1]
    return [
        *found[:MOST],
        *_asked_of_the_api(Visitor(port, {"Authorization": f"Bearer {key}"}), json.loads(description)),
    ]


def _logged_in(port: int, username: str, password: str) -> Visitor:
    visitor = Visitor(port)
    page = visitor.ask("/login/")[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    visitor.headers["Content-Type"] = "application/x-www-form-urlencoded"
    form = {"login": username, "password": password, "csrfmiddlewaretoken": token[1]}
    assert visitor.ask("/login/", "POST", urlencode(form))[0] == 302, username
    del visitor.headers["Content-Type"]
    return visitor


def _reached(visitor: Visitor) -> list[Address]:
    waiting, seen, kept = ["/"], {"/"}, dict[str, list[Address]]()
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        if route is None or len(kept.get(route, [])) >= PER_ROUTE:
            continue
        status, text, _ = visitor.ask(address)
        if status != 200:
            print(f"    {status} at {address}", file=sys.stderr)
            continue
        kept.setdefault(route, []).append(Address(route, address, dict(visitor.headers)))
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
        answered = system.ask(address)[0]
        if answered == 200:
            found.append(Address(path, address, dict(system.headers)))
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


def _together(
    process: psutil.Process, port: int, addresses: Sequence[Address], users: int, seconds: float
) -> tuple[dict[str, list[float]], float, float]:
    """Milliseconds by route, the most memory, and the time it took. An answer other than 200 is told."""
    took: dict[str, list[float]] = defaultdict(list)
    begun, lock, highest = perf_counter(), threading.Lock(), 0.0

    def visit(number: int) -> None:
        chosen = random.Random(number)
        visitors: dict[int, Visitor] = {}
        while perf_counter() - begun < seconds:
            each = chosen.choice(addresses)
            visitor = visitors.setdefault(id(each.headers), Visitor(port, dict(each.headers)))
            status, _, milliseconds = visitor.ask(each.address)
            if status != 200:
                print(f"    {status} at {each.address}", file=sys.stderr)
            with lock:
                took[each.route].append(milliseconds)

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        highest = max(highest, _memory(process))
        sleep(0.5)
    return took, highest, perf_counter() - begun


def _table(alone: dict[Address, list[float]], together: dict[str, list[float]]) -> None:
    by_route: dict[str, list[list[float]]] = defaultdict(list)
    for each, times in alone.items():
        by_route[each.route].append(times)
    print(f"{'milliseconds':58} {'alone p50':>9} {'worst':>7} {'many p50':>9} {'p95':>7} {'times':>6}")
    for route, many in sorted(together.items(), key=lambda row: -_p95(row[1])):
        times = [time for found in by_route[route] for time in found]
        print(
            f"{route[:58]:58} {median(times):9.0f} {max(times):7.0f} {median(many):9.0f} {_p95(many):7.0f} {len(many):6}"
        )
    every = [time for many in together.values() for time in many]
    print(
        f"{'all':58} {median([t for found in alone.values() for t in found]):9.0f} {'':7} {median(every):9.0f} {_p95(every):7.0f} {len(every):6}"
    )


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
