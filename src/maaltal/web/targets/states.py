"""The way of a target set from proposal to decision, as a table. The diagram in the docs is made from it."""

from __future__ import annotations

from dataclasses import dataclass

from maaltal.core.targets import STATES
from maaltal.core.text import Text

WITHDRAWN = "withdrawn"
LABELS: dict[str, Text] = {**STATES, WITHDRAWN: Text("trukket tilbage", "withdrawn")}
DECIDED = ("adopted", "amended")
OPEN = ("proposed", "recommended")


@dataclass(frozen=True)
class Transition:
    """Skridt (transition): what is done to a set in one of the states `before`, and the state that it has then.

    `decides`: a body decides, on a day; its step keeps both. `amends`: for sets that change one already adopted alone,
    or (False) for the others alone; None: for all.
    """

    code: str
    label: Text
    before: tuple[str, ...]
    after: str
    decides: bool = False
    amends: bool | None = None


TRANSITIONS = {
    transition.code: transition
    for transition in (
        Transition("recommend", Text("Anbefal", "Recommend"), ("proposed",), "recommended", decides=True),
        Transition("adopt", Text("Vedtag", "Adopt"), OPEN, "adopted", decides=True, amends=False),
        Transition("amend", Text("Vedtag som ændring", "Adopt as an amendment"), OPEN, "amended", decides=True, amends=True),
        Transition("return", Text("Send tilbage til forslag", "Send back to proposal"), ("recommended",), "proposed"),
        Transition("withdraw", Text("Træk tilbage", "Withdraw"), OPEN, WITHDRAWN),
        Transition("reopen", Text("Genoptag som forslag", "Take up again as a proposal"), (WITHDRAWN,), "proposed"),
    )
}  # fmt: skip


def transitions_from(state: str, *, amends: bool) -> tuple[Transition, ...]:
    """What can be done next to a set in this state."""
    return tuple(
        transition
        for transition in TRANSITIONS.values()
        if state in transition.before and transition.amends in (None, amends)
    )


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    arrows = [
        f"    {state} --> {transition.after}: {transition.label.da}"
        for transition in TRANSITIONS.values()
        for state in transition.before
    ]
    names = [f"    {state}: {label.da}" for state, label in LABELS.items()]
    return "\n".join(["stateDiagram-v2", "    [*] --> proposed", *names, *arrows])
