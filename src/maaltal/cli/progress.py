"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from maaltal.core.text import Text
from maaltal.terminal.language import language

type Progress = Callable[[str, int, int | None], None]

STEPS = {
    "look": Text("ser efter", "looking"),
    "read": Text("læser", "reading"),
    "check": Text("efterprøver", "checking"),
    "write": Text("skriver", "writing"),
    "compare": Text("sammenligner", "comparing"),
    "store": Text("gemmer", "storing"),
}


def silent(step: str, done: int, total: int | None) -> None:
    """Nobody watches."""


@contextmanager
def progress() -> Iterator[Progress]:
    """What long work calls with its step, and how much of it is done of how much, if that is known."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def tell(step: str, done: int, total: int | None) -> None:
            words = STEPS[step].get(language()) if step in STEPS else step
            bars.update(task, description=words, completed=done, total=total)

        yield tell
