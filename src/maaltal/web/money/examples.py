"""Examples of the files about money, to be filled in: the budget proposal of 2016, and a pool of the made-up municipality."""

from collections.abc import Callable
from importlib.resources import files

from maaltal.sample.pool import applications_csv, payments_csv, wage_bills_csv


def _shipped(name: str) -> Callable[[], str]:
    return lambda: (files("maaltal.sample") / "money" / name).read_text("utf-8")


EXAMPLES: dict[tuple[str, str], Callable[[], str]] = {
    ("pulje", "loensum.csv"): wage_bills_csv, ("pulje", "ansoegninger.csv"): applications_csv, ("pulje", "udbetalinger.csv"): payments_csv,
    **{("budget", name): _shipped(name) for name in ("flere-i-fleksjob.toml", "loensum.csv", "flere-i-fleksjob-som-trykt.csv")},
}  # fmt: skip
"""By what they are for, and their name."""


def example(of: str, name: str) -> bytes:
    """Its content. KeyError when there is none of that name."""
    return EXAMPLES[of, name]().encode("utf-8-sig" if name.endswith(".csv") else "utf-8")
