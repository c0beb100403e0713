"""Figures that are right, but that a reader cannot recompute from the rounded ones printed beside them."""

from collections.abc import Iterator
from fractions import Fraction

from maaltal.core.footnotes import Footnote
from maaltal.core.fulfilment import fulfilment
from maaltal.core.rounding import percent, whole
from maaltal.core.status import Combined, GroupLine, Status
from maaltal.core.text import sentence


def hidden_decimals(status: Status) -> Iterator[Footnote]:
    """Skjulte decimaler (hidden decimals): a footnote for each figure that printed figures would not give."""
    for line in status.groups:
        yield from _percentage(line)
        yield from _sum(line)
    if status.combined:
        yield from _combination(status.combined, status)


def _percentage(line: GroupLine) -> Iterator[Footnote]:
    recomputed = fulfilment(whole(line.measurement), line.target)
    if line.fulfilment is None or recomputed is None or percent(recomputed) == percent(line.fulfilment):
        return
    yield Footnote("hidden-decimals-percentage", sentence(
        "{group}: {printed} pct. er beregnet af uafrundede tal; {shown} af {target} ville give {recomputed} pct.",
        "{group}: {printed} per cent is computed from unrounded figures; {shown} of {target} would give {recomputed} per cent.",
        group=line.group.label, printed=percent(line.fulfilment), shown=whole(line.measurement),
        target=line.target, recomputed=percent(recomputed),
    ))  # fmt: skip


def _sum(line: GroupLine) -> Iterator[Footnote]:
    recomputed = sum(whole(scheme.measurement) for scheme in line.schemes)
    if line.measure.summable and recomputed != whole(line.measurement):
        yield Footnote("hidden-decimals-sum", sentence(
            "{group}: de trykte dele giver {recomputed}, de uafrundede {printed}.",
            "{group}: the printed parts give {recomputed}, the unrounded ones {printed}.",
            group=line.group.label, recomputed=recomputed, printed=whole(line.measurement),
        ))  # fmt: skip


def _combination(combined: Combined, status: Status) -> Iterator[Footnote]:
    if combined.method.code != "target-weighted":
        return
    recomputed = percent(sum(
        (Fraction(percent(combined.weights[line.group.code]) * percent(line.fulfilment or 0), 10_000) for line in status.groups),
        Fraction(0),
    ))  # fmt: skip
    if recomputed != percent(combined.value):
        yield Footnote("hidden-decimals-combined", sentence(
            "Samlet målopfyldelse: {printed} pct. er beregnet af uafrundede tal; de trykte procenter og vægte ville give {recomputed} pct.",
            "Combined fulfilment: {printed} per cent is computed from unrounded figures; the printed percentages and weights would give {recomputed} per cent.",
            printed=percent(combined.value), recomputed=recomputed,
        ))  # fmt: skip
