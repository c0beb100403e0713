"""Words of a paragraph, joined."""

from collections.abc import Iterator

from maaltal.documents.blocks import Run, Words


def joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Words that stand side by side and look alike become one."""
    last: Words | None = None
    for run in runs:
        if last and isinstance(run, Words) and run.strong == last.strong:
            last = Words(f"{last.said}{run.said}", last.strong)
            continue
        if last:
            yield last
        last = run if isinstance(run, Words) else None
        if last is None:
            yield run
    if last:
        yield last
