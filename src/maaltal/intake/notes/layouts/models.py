"""Target models: units in rows; for each scheme group the present targets and those of every model."""

import re
from dataclasses import replace

from maaltal.core.audit.figures import TargetModels
from maaltal.intake.notes.layouts.rows import Run, plain_table
from maaltal.intake.notes.places import Where

_COLUMN = re.compile(r"nuværende|model\s+\w+|current|now", re.IGNORECASE)
_PRESENT = re.compile(r"nuværende|current|now", re.IGNORECASE)


def target_models(run: Run, where: Where) -> TargetModels | None:
    """The run as target models, or None if it is headed otherwise."""
    words = " ".join((run.heading, *run.columns))
    names = _named(run) or _COLUMN.findall(words)[-run.width :]
    starts = [number for number, name in enumerate(names) if _PRESENT.match(name)]
    if len(names) != run.width or not starts or starts[0] or len(names) == len(starts):
        return None
    ends = [*starts[1:], run.width]
    groups = tuple(tuple(range(start, end)) for start, end in zip(starts, ends, strict=True))
    labels = [
        f"{_group(number, len(groups), run.heading)}, {name}"
        for number, g in enumerate(groups)
        for name in names[g[0] : g[-1] + 1]
    ]
    table = plain_table(replace(run, columns=tuple(labels)), where)
    return TargetModels(
        table, tuple((_group(n, len(groups), run.heading), columns) for n, columns in enumerate(groups))
    )


def _named(run: Run) -> list[str]:
    """The columns' names where each stands after its group's: "Fleksjob: nuværende", "Fleksjob: Flere unge"."""
    parted = [column.rpartition(": ") for column in run.columns[-run.width :]]
    return [name for _, _, name in parted] if all(group for group, _, _ in parted) else []


def _group(number: int, count: int, heading: str) -> str:
    """Fleksjob is the last of two groups in all the notes; other headings are numbered."""
    if count == 2 and "fleksjob" in heading.casefold():
        return "fleksjob" if number else "øvrige"
    return f"gruppe {number + 1}"
