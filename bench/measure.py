"""Seconds and peak memory of one step, in a process of its own: memory once taken is never given back."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """`peak` is the process's highest memory in GB, its imports included; `notes` is what the step had to say."""

    seconds: float
    peak: float
    notes: dict[str, float]


def measured(module: str, step: str, *arguments: object) -> Cost:
    """Run `step` of `module` in a fresh process: a function that takes texts and gives notes, or nothing."""
    code = f"from bench.measure import run; from {module} import {step}; run({step})"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(**json.loads(told.stdout.splitlines()[-1]))


def run(step: object) -> None:
    """In the fresh process. A step that gives `seconds` among its notes has kept the time itself."""
    assert callable(step)
    start = perf_counter()
    notes = step(*sys.argv[1:]) or {}
    seconds = notes.pop("seconds", perf_counter() - start)
    print(json.dumps({"seconds": seconds, "peak": peak(), "notes": notes}))


def peak() -> float:
    """VmHWM in GB. `ru_maxrss` would be inherited from the process that forked."""
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024**2
