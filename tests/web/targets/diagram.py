"""The way of a target set, drawn from its table of transitions: python -m tests.web.targets.diagram writes it into the docs."""

from pathlib import Path

from maaltal.core.text import Language, Text
from maaltal.web.targets.states import TRANSITIONS, Transition, diagram

DOCS = Path(__file__).parents[3] / "docs"
FILES: dict[Language, Path] = {"da": DOCS / "target-states.md", "en": DOCS / "target-states.en.md"}
TITLE = Text("Måltallenes vej fra forslag til beslutning", "The way of targets from proposal to decision")
LEAD = Text(
    "Tegnet efter tabellen i `maaltal.web.targets.states`; ret den, ikke tegningen. Tal måles mod de måltal, der\n"
    "gælder på periodens sidste dag. En ændring midt i året er et sæt for sig, der tager over på sin dag; det første bliver stående.",
    "Drawn from the table in `maaltal.web.targets.states`; change that, not the drawing. Figures are set against the targets that are\n"
    "in force on the last day of the period. An amendment in the year is a set of its own that takes over on its day; the first one stays.",
)
HEADINGS = Text("| Skridt | Kræver | Hvem |\n|---|---|---|", "| Step | Needs | Who |\n|---|---|---|")
NEEDS = {
    "decision": Text(
        "hvem besluttede det, hvornår, evt. sagsnummer", "who decided it, when, and a case number if any"
    ),
    "reason": Text("en begrundelse", "a reason"),
    "": Text("intet", "nothing"),
}
PROPOSER = Text("analytiker", "analyst")
RECORDER = Text("analytiker eller administrator", "analyst or administrator")


def page(language: Language) -> str:
    rows = "\n".join(_row(transition, language) for transition in TRANSITIONS.values())
    return (
        f"# {TITLE.get(language)}\n\n{LEAD.get(language)}\n\n```mermaid\n{diagram(language)}\n```\n\n"
        f"{HEADINGS.get(language)}\n{rows}\n"
    )


def _row(transition: Transition, language: Language) -> str:
    who = PROPOSER if transition.code in ("withdraw", "reopen") else RECORDER
    return f"| {transition.label.get(language)} | {NEEDS[transition.needs].get(language)} | {who.get(language)} |"


def main() -> None:
    for language, file in FILES.items():
        file.write_text(page(language), "utf-8")


if __name__ == "__main__":
    main()
