"""The way of a target set from proposal to decision, as a table. The diagram in the docs is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maaltal.core.targets import STATES
from maaltal.core.text import Language, Text

WITHDRAWN = "withdrawn"
LABELS: dict[str, Text] = dict(STATES.items()) | {WITHDRAWN: Text("trukket tilbage", "withdrawn")}
DECIDED = ("adopted", "amended")
OPEN = ("proposed", "recommended")


@dataclass(frozen=True)
class Transition:
    """Skridt (transition): what is done to a target set in one of the states `before`, and the state that it has `after`.

    `label` says what somebody is about to do, `done` what was done.
    It `needs` a decision (body, day), a reason, or neither. `amends`: only for sets that change one already adopted,
    or (False) only for the others; None: for all.
    """

    code: str
    label: Text
    done: Text
    before: tuple[str, ...]
    after: str
    needs: Literal["decision", "reason", ""] = ""
    amends: bool | None = None


TRANSITIONS = {
    transition.code: transition
    for transition in (
        Transition(
            "recommend", Text("Registrér anbefaling", "Record recommendation"),
            Text("Anbefaling registreret", "Recommendation recorded"), ("proposed",), "recommended", "decision",
        ),
        Transition(
            "adopt", Text("Registrér vedtagelse", "Record adoption"),
            Text("Vedtagelse registreret", "Adoption recorded"), OPEN, "adopted", "decision", amends=False,
        ),
        Transition(
            "amend", Text("Registrér vedtagelse som ændring", "Record adoption as an amendment"),
            Text("Vedtagelse registreret som ændring", "Adoption recorded as an amendment"), OPEN, "amended", "decision", amends=True,
        ),
        Transition(
            "return", Text("Send tilbage til forslag", "Send back to proposal"),
            Text("Sendt tilbage til forslag", "Sent back to proposal"), ("recommended",), "proposed", "reason",
        ),
        Transition(
            "withdraw", Text("Træk tilbage", "Withdraw"), Text("Trukket tilbage", "Withdrawn"), OPEN, WITHDRAWN, "reason",
        ),
        Transition(
            "reopen", Text("Genoptag som forslag", "Take up again as a proposal"),
            Text("Genoptaget som forslag", "Taken up again as a proposal"), (WITHDRAWN,), "proposed",
        ),
        Transition(
            "annul", Text("Fortryd registreret vedtagelse", "Undo recorded adoption"),
            Text("Registreret vedtagelse fortrudt", "Recorded adoption undone"), DECIDED, "proposed", "reason",
        ),
    )
}  # fmt: skip


def transitions_from(state: str, *, amends: bool) -> tuple[Transition, ...]:
    """What can be done next to a set in this state."""
    return tuple(
        transition
        for transition in TRANSITIONS.values()
        if state in transition.before and transition.amends in (None, amends)
    )


def diagram(language: Language) -> str:
    """The table as a Mermaid state diagram."""
    names = [f"    {state}: {label.get(language)}" for state, label in LABELS.items()]
    arrows = [
        f"    {state} --> {transition.after}: {transition.label.get(language)}"
        for transition in TRANSITIONS.values()
        for state in transition.before
    ]
    return "\n".join(["stateDiagram-v2", *names, "    [*] --> proposed", *arrows])
