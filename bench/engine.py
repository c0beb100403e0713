"""The engine beside a bare scan of the same Parquet columns: every measure, 2,111 units, 120 months and year to date."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.engine_steps import EVERY, FEW
from bench.generate import write_register
from bench.measure import Cost, measured

STEPS = "bench.engine_steps"
NAIVE_AT_MOST = 1_000_000
SELECTED = {FEW: "five schemes and all", EVERY: "every selection (16)"}


def main(argv: Sequence[str]) -> None:
    """Print times as multiples of the scan, measured in the same run, and peak memory."""
    parser = argparse.ArgumentParser(prog="python -m bench engine", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args(argv).rows
    with TemporaryDirectory(prefix="maaltal-bench-") as name:
        folder = Path(name)
        register = folder / "register.parquet"
        write_register(register, rows)
        _the_pass(register, folder, rows)
        _new_data(register, folder)
        _plain_or_compiled(register, rows)


def _the_pass(register: Path, folder: Path, rows: int) -> None:
    plain = measured(STEPS, "scan_register", register)
    scan = plain
    print(f"{rows:,} rows; the scan of the register takes {plain.seconds:.2f} s")
    for which, words in SELECTED.items():
        arranged = folder / which
        arranged.mkdir()
        arranging = measured(STEPS, "arrange", register, arranged, which)
        scan = measured(STEPS, "scan", arranged)
        counting = measured(STEPS, "count", arranged, which)
        print(f"{words}: {counting.notes['cells']:,.0f} cells a measure")
        _show("scan of the arranged rows", scan, plain)
        _show("arrange: clip, cut, number, sort", arranging, plain)
        _show("the pass: load, count, finish", counting, plain, f"finish {counting.notes['finish']:.2f} s")
        bytes_a_row = (counting.peak - 1) * 1024**3 / rows
        print(f"    memory of the pass: 1 GB and {bytes_a_row:.0f} bytes a row")
        if which == FEW and rows <= NAIVE_AT_MOST:
            naive = measured(STEPS, "naive", register)
            both = counting.seconds + arranging.seconds
            _show("naive SQL: range join, COUNT(DISTINCT)", naive, plain)
            print(
                f"    the pass is {naive.seconds / counting.seconds:.0f} times as fast; with arranging {naive.seconds / both:.0f}"
            )


def _new_data(register: Path, folder: Path) -> None:
    print("refresh, by persons touched (comparing the two extracts is a step of its own)")
    for one_in in (10_000, 1000, 100, 10):
        cost = measured(STEPS, "refresh", register, folder, one_in)
        print(
            f"    1 in {one_in:6,}: {cost.seconds:6.2f} s, of which comparing {cost.notes['compare']:.2f} s; {cost.notes['persons']:,.0f} persons"
        )


def _plain_or_compiled(register: Path, rows: int) -> None:
    print("plain Python or compiled, loading numba included, one year")
    for some in (1000, 10_000, 30_000, 100_000, 300_000):
        if some <= rows:
            plain, compiled = (
                measured(STEPS, "crossover", register, some, how) for how in ("plain", "compiled")
            )
            print(
                f"    {plain.notes['rows']:8,.0f} rows: plain {plain.seconds:5.2f} s, compiled {compiled.seconds:5.2f} s"
            )


def _show(name: str, cost: Cost, scan: Cost, more: str = "") -> None:
    print(
        f"  {name:42} {cost.seconds:8.2f} s {cost.seconds / scan.seconds:7.1f} x scan  {cost.peak:5.2f} GB  {more}",
        flush=True,
    )
