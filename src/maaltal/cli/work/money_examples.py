"""Examples of the files about money: the budget proposal of 2016, and a pool of the made-up municipality."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from maaltal.cli.deliver import tell_written
from maaltal.cli.exits import Exit, refuse
from maaltal.core.file_errors import reason

BUDGET = ("flere-i-fleksjob.toml", "flere-i-fleksjob-som-trykt.csv", "loensum.csv")


def write_budget_example(folder: Path) -> None:
    """The proposal by what drives it, the same as it was printed, and the wage bills. Refusal when they cannot be written."""
    _write(folder, ((name, _shipped(name)) for name in BUDGET))


def write_pool_example(folder: Path) -> None:
    """Wage bills, and applications and payments about people of the made-up municipality, some of them with faults."""
    from maaltal.sample.pool import applications_csv, payments_csv, wage_bills_csv

    _write(folder, (("loensum.csv", wage_bills_csv()), ("ansoegninger.csv", applications_csv()), ("udbetalinger.csv", payments_csv())))  # fmt: skip


def _shipped(name: str) -> str:
    return (files("maaltal.sample") / "money" / name).read_text("utf-8")


def _write(folder: Path, named: Iterable[tuple[str, str]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in named:
            (folder / name).write_text(text, "utf-8-sig" if name.endswith(".csv") else "utf-8")
            tell_written(folder / name)
    except OSError as problem:
        raise refuse(
            Exit.USAGE, "Der kan ikke skrives i {folder}: {reason}.", "{folder} cannot be written to: {reason}.",
            folder=folder, reason=reason(problem),
        ) from problem  # fmt: skip
