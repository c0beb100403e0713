"""Answers to what does not hold: which prints or relations are wrong, what they could be, and in which words."""

from collections.abc import Sequence

from maaltal.core.audit.conflicts import Question
from maaltal.core.audit.evidence import suspect
from maaltal.core.audit.report import Discrepancy, Suspect
from maaltal.core.tables.cells import Cell
from maaltal.core.tables.explain import explanations
from maaltal.core.tables.feasible import Aside, Checker
from maaltal.core.tables.model import Item, Model
from maaltal.core.tables.relations import Relation
from maaltal.core.text import Sentence, sentence

DEARER_ROUNDS = 40
"""Dearer answers are offered where they are found easily; they never replace the cheapest ones."""


def in_order(items: Aside, checker: Checker) -> list[Item]:
    return [item for item in checker.items if item in items]


def in_order_of(question: Question, checker: Checker) -> list[Aside]:
    order = {item: number for number, item in enumerate(checker.items)}
    return sorted(question, key=lambda answer: min(order[item] for item in answer))


def error(item: Cell | Relation, aside: Aside, checker: Checker, model: Model) -> Discrepancy:
    if isinstance(item, Relation):
        return Discrepancy("error", "broken-relation", sentence(
            "{title}: tallene passer ikke sammen, og intet enkelt tal kan forklare det.",
            "{title}: the figures do not fit together, and no single figure explains it.", title=item.title,
        ), tuple(cell.place for fact in item.facts for cell in checker.model.cells_of.get(fact, [])))  # fmt: skip
    found = suspect(item, aside, checker, model)
    return Discrepancy("error", "wrong-figure", wrong_figure(found), (item.place,), ((found,),))


def wrong_figure(found: Suspect) -> Sentence:
    """One sentence that says what the figure is and what it could be."""
    names = {"printed": found.printed, "table": found.place.table, "row": found.place.row,
             "column": found.place.column, "low": found.low, "high": found.high, "only": found.only}  # fmt: skip
    start = "{table}, {row}, {column}: {printed} "
    if found.only is not None:
        return sentence(
            start + "kan ikke passe; det skal være {only}.",
            start + "cannot be right; it must be {only}.",
            **names,
        )
    if found.low is None or found.high is None:
        return sentence(start + "kan ikke passe.", start + "cannot be right.", **names)
    return sentence(
        start + "kan ikke passe; den rigtige værdi ligger fra {low} til {high}.",
        start + "cannot be right; the true value lies from {low} to {high}.", **names,
    )  # fmt: skip


def one_of(answers: Sequence[tuple[Suspect, ...]]) -> Discrepancy:
    places = tuple(dict.fromkeys(found.place for answer in answers for found in answer))
    return Discrepancy("one-of", "one-of-these", sentence(
        "{table}: et af {count} tal kan ikke passe.", "{table}: one of {count} figures cannot be right.",
        table=places[0].table, count=len(answers),
    ), places, tuple(answers))  # fmt: skip


def answered(
    answer: Aside, others: Aside, checker: Checker, model: Model, assuming: Sentence | None = None
) -> tuple[Suspect, ...]:
    cells = [item for item in in_order(answer, checker) if isinstance(item, Cell)]
    return tuple(suspect(cell, answer | others, checker, model, assuming) for cell in cells)


def dearer(others: Aside, checker: Checker, model: Model) -> list[tuple[Suspect, ...]]:
    """Answers that cost one more than the cheapest."""
    found = explanations(checker, 1, others, DEARER_ROUNDS)
    more = [explanation.items for explanation in found if explanation.cost > found[0].cost]
    return [answered(items, others, checker, model) for items in more]


def assuming_more(
    question: Question, others: Aside, checker: Checker, looser: Model, assuming: Sentence
) -> list[tuple[Suspect, ...]]:
    """Answers as cheap as the cheapest that need the looser model."""
    wide = Checker(next(part for part in looser.components() if checker.model.cells[0] in part.cells))
    known = set(question)
    found = explanations(wide, 0, others)
    new = [explanation.items for explanation in found if explanation.items not in known]
    return [answered(items, others, wide, looser, assuming) for items in new]
