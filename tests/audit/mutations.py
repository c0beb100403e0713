"""Single figures changed in a clean yearly status, and what the audit makes of each: `python -m tests.audit.mutations`."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from maaltal.core.audit.figures import FIGURES, Figure, StatusTable
from maaltal.core.audit.report import Report
from maaltal.intake.notes.formats.text import split_lines
from maaltal.intake.notes.recognise import recognise
from tests.audit.corrected import corrected
from tests.audit.reading import audit_text

CLEAN = corrected("yearly_status_2024")
OUTCOMES = ("located", "listed", "noticed", "unseen")
"""As the one wrong figure; as one of several answers; something else is reported; nothing is."""


@dataclass(frozen=True)
class Mutation:
    """One figure of the note with another number in its place."""

    kind: str
    line: int
    printed: str
    changed: str

    @property
    def text(self) -> str:
        lines = CLEAN.split("\n")
        lines[self.line - 1] = re.sub(
            rf"(?<![\d.]){re.escape(self.printed)}(?![\d.]\d)", self.changed, lines[self.line - 1], count=1
        )
        return "\n".join(lines)


def mutations() -> Iterator[Mutation]:
    """Two for every figure of tables 1 and 3 to 9: a slip (the last digit is 2 more) and a blunder (a tenth and 10 more)."""
    for table in recognise(list(split_lines(CLEAN)), "note.txt").statuses:
        for kind, figure in _figures(table) if table.year == 2024 else ():
            value = int(figure.value)
            for size, new in (("slip", value + 2), ("blunder", value + value // 10 + 10)):
                yield Mutation(f"{kind}, {size}", figure.place.line, figure.printed, _like(figure, new))


def _like(figure: Figure, value: int) -> str:
    return f"{value:,}".replace(",", ".") + (" pct." if "pct." in figure.printed else "")


def _figures(table: StatusTable) -> Iterator[tuple[str, Figure]]:
    where = "municipality" if table.unit == "KK" else "administration"
    for row in table.rows:
        scheme = "fleksjob" if row.schemes == ("fleksjob",) else "placements"
        for column in FIGURES:
            if figure := getattr(row, column):
                yield f"{where}, {scheme}, {column}", figure
    for name, figure in (("all, spells", table.spells), ("all, percentage", table.combined)):
        if figure:
            yield f"{where}, {name}", figure


def outcome(mutation: Mutation) -> str:
    """What the audit makes of it."""
    report = audit_text(mutation.text)
    for kind, name in (("error", "located"), ("one-of", "listed")):
        if _names(report, kind, mutation):
            return name
    return "noticed" if any(found.kind != "explained" for found in report.discrepancies) else "unseen"


def _names(report: Report, kind: str, mutation: Mutation) -> bool:
    suspects = [
        s
        for found in report.discrepancies
        if found.kind == kind
        for answer in found.alternatives
        for s in answer
    ]
    return any((s.place.line, s.printed) == (mutation.line, mutation.changed) for s in suspects)


def rates(chosen: list[Mutation]) -> dict[str, Counter[str]]:
    """How often each outcome came, by kind of figure."""
    counts: dict[str, Counter[str]] = {}
    for mutation in chosen:
        counts.setdefault(mutation.kind, Counter())[outcome(mutation)] += 1
    return counts


def table(counts: dict[str, Counter[str]]) -> str:
    """The rates as Markdown."""
    rows = [
        f"| {kind} | " + " | ".join(str(counter[name]) for name in OUTCOMES) + " |"
        for kind, counter in counts.items()
    ]
    total = sum(counts.values(), Counter[str]())
    rows.append("| **all** | " + " | ".join(str(total[name]) for name in OUTCOMES) + " |")
    return "\n".join(
        [f"| changed figure | {' | '.join(OUTCOMES)} |", "|---|" + "---|" * len(OUTCOMES), *rows]
    )


if __name__ == "__main__":
    print(table(rates(list(mutations()))))  # noqa: T201
