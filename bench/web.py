"""How fast pages and API answer, one at a time and to 20 people at once, and what the program takes of memory.

python -m bench web [--factors 1 10] [--users 20] [--seconds 30]

It makes the sample municipality (and one with ten times the people), starts gunicorn with 2 workers on a port of this machine's
own, logs in as each made-up person, follows the links, and then lets `users` ask for every kind of page, one after the other, for
`seconds`. Both sizes take five minutes or so on a machine that does nothing else.
"""

import argparse
import os
import random
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import psutil

from bench.measure import measured
from bench.web_addresses import Address, explored
from bench.web_running import environment, memory, running
from bench.web_visitors import Visitor
from maaltal.web.config.starting import django

ALONE = 2
"""Times that each address is asked for again when nobody else asks."""

type Times = dict[str, list[float]]
"""Milliseconds by route."""


def main(words: Sequence[str] = ()) -> None:
    """Print a table for each size of municipality."""
    parser = argparse.ArgumentParser(prog="bench web")
    parser.add_argument("--factors", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args(words)
    for factor in asked.factors:
        with TemporaryDirectory(prefix="maaltal-bench-") as name:
            _one(Path(name), factor, asked.users, asked.seconds)


def _one(folder: Path, factor: int, users: int, seconds: float) -> None:
    made = measured("bench.web_running", "made", folder, factor)
    print(f"-- {factor} x the people: made and loaded in {made.seconds:.1f} s", flush=True)
    os.environ |= environment(folder)
    django()
    key = (folder / "key").read_text("utf-8")
    with running(folder) as (process, port, started):
        print(f"started in {started:.2f} s; idle: {memory(process):.0f} MB", flush=True)
        addresses = explored(port, key)
        routes = {each.route for each in addresses}
        print(f"{len(addresses)} addresses on {len(routes)} routes", flush=True)
        alone = _alone(port, addresses)
        seen = memory(process)
        together, highest, took = _together(process, port, addresses, users, seconds)
        _table(addresses, alone, together)
        count = sum(map(len, together.values()))
        print(f"{users} people at once: {count / took:.0f} answers a second")
        print(
            f"memory: {seen:.0f} MB when each page had been seen, {highest:.0f} MB at most, {memory(process):.0f} MB after"
        )


def _alone(port: int, addresses: Sequence[Address]) -> Times:
    took: Times = defaultdict(list)
    for each in addresses:
        visitor = Visitor(port, dict(each.headers))
        took[each.route] += [visitor.ask(each.address)[2] for _ in range(ALONE)]
    return took


def _together(
    process: psutil.Process, port: int, addresses: Sequence[Address], users: int, seconds: float
) -> tuple[Times, float, float]:
    """Milliseconds by route, the most memory, and the time it took. An answer other than 200 is told."""
    took: Times = defaultdict(list)
    begun, lock, highest = perf_counter(), threading.Lock(), 0.0

    def visit(number: int) -> None:
        visitors: dict[int, Visitor] = {}
        for each in _walk(addresses, random.Random(number), number / users):
            if perf_counter() - begun >= seconds:
                break
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
        highest = max(highest, memory(process))
        sleep(0.5)
    return took, highest, perf_counter() - begun


def _walk(addresses: Sequence[Address], chosen: random.Random, start: float) -> Iterator[Address]:
    """Route after route, in one order for all, each visitor from another start: every kind of page gets its share."""
    by_route: dict[str, list[Address]] = defaultdict(list)
    for each in addresses:
        by_route[each.route].append(each)
    routes = random.Random(0).sample(sorted(by_route), len(by_route))
    at = int(start * len(routes))
    for route in cycle([*routes[at:], *routes[:at]]):
        yield chosen.choice(by_route[route])


def _table(addresses: Sequence[Address], alone: Times, together: Times) -> None:
    first: Times = defaultdict(list)
    for each in addresses:
        first[each.route].append(each.first)
    print(
        f"{'milliseconds':58} {'first':>7} {'alone p50':>9} {'worst':>7} {'many p50':>9} {'p95':>7} {'times':>6}"
    )
    for route in sorted(first, key=lambda route: -_p95(together.get(route, [0.0]))):
        _row(route, first[route], alone[route], together.get(route, []))
    _row("all", *([time for times in each.values() for time in times] for each in (first, alone, together)))


def _row(name: str, first: Sequence[float], alone: Sequence[float], many: Sequence[float]) -> None:
    together = f"{median(many):9.0f} {_p95(many):7.0f}" if many else f"{'-':>9} {'-':>7}"
    print(f"{name[:58]:58} {max(first):7.0f} {median(alone):9.0f} {max(alone):7.0f} {together} {len(many):6}")


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
