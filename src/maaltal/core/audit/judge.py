"""The judge: a model of figures in, discrepancies out."""

from collections.abc import Iterator, Sequence

from maaltal.core.audit.conflicts import Question, common, questions
from maaltal.core.audit.evidence import suspect
from maaltal.core.audit.report import Discrepancy, Suspect
from maaltal.core.tables.cells import Cell
from maaltal.core.tables.explain import Explanation, explanations, least_cost
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.feasible import Aside, Checker
from maaltal.core.tables.model import Item, Model
from maaltal.core.tables.relations import Relation
from maaltal.core.text import Sentence, sentence

WHOLE_COMPONENT = 400
"""Up to so many prints are judged together; in larger tables, the neighbourhood of what does not hold as printed."""

DEARER_EFFORT = 1500
"""Dearer answers are offered where they are found easily; they never replace the cheapest ones."""


def doubtful_parts(model: Model) -> Iterator[Model]:
    """The components in which something does not hold as printed."""
    for component in model.components():
        broken = [fact for relation in component.relations if not holds_as_printed(relation, component)
                  for fact in relation.facts] + _disagreeing(component)  # fmt: skip
        if broken:
            yield component if len(component.cells) <= WHOLE_COMPONENT else component.around(broken)


def holds_as_printed(relation: Relation, model: Model) -> bool:
    """Whether the first prints satisfy it to the letter, so that no solver need be asked."""
    if any(fact not in model.cells_of for fact in relation.facts):
        return False
    return relation.allows({fact: model.cells_of[fact][0].value for fact in relation.facts})


def _disagreeing(model: Model) -> list[Fact]:
    return [fact for fact, cells in model.cells_of.items() if len({cell.value for cell in cells}) > 1]


def cost(model: Model, limit: int) -> int:
    """How many prints (and broken relations, dearer) the cheapest explanation of everything needs; `limit` at most."""
    spent = 0
    for part in doubtful_parts(model):
        spent += least_cost(Checker(part), limit - spent)
        if spent >= limit:
            break
    return spent


def judge(
    model: Model, looser: Model | None = None, assuming: Sentence | None = None
) -> Iterator[Discrepancy]:
    """Errors and open questions of the model.

    `looser` is the same cells with a rule given up, in words `assuming`: what it alone can explain is offered too,
    as a dearer answer to an open question.
    """
    for part in doubtful_parts(model):
        checker = Checker(part)
        best = explanations(checker)
        if not best:
            yield _tangled(part)
        if best and best[0].items:
            yield from _found(checker, best, model, looser, assuming)


def _found(
    checker: Checker,
    best: Sequence[Explanation],
    model: Model,
    looser: Model | None,
    assuming: Sentence | None,
) -> Iterator[Discrepancy]:
    sets = [explanation.items for explanation in best]
    certain = common(sets)
    for item in in_order(certain, checker):
        yield _error(item, sets[0], checker, model)
    for question in questions(sets):
        others = certain.union(*(sets[0] - frozenset().union(*question),))
        answers = [_answer(answer, others, checker, model) for answer in _sorted(question, checker)]
        answers += _dearer(others, checker, model)
        if looser and assuming:
            answers += _assuming(question, others, checker, looser, assuming)
        yield one_of([answer for answer in answers if answer])


def _tangled(part: Model) -> Discrepancy:
    broken = [r for r in part.relations if r.kind == "sum" and not holds_as_printed(r, part)]
    places = [part.cells_of[r.facts[0]][0].place for r in broken if r.facts[0] in part.cells_of]
    return Discrepancy("error", "tangled", sentence(
        "{count} summer passer ikke, og nogle få forkerte tal kan ikke forklare det: er tabellen læst rigtigt?",
        "{count} sums do not add up, and a few wrong figures cannot explain it: was the table read right?",
        count=len(broken),
    ), tuple(places))  # fmt: skip


def in_order(items: Aside, checker: Checker) -> list[Item]:
    return [item for item in checker.items if item in items]


def _sorted(question: Question, checker: Checker) -> list[Aside]:
    order = {item: number for number, item in enumerate(checker.items)}
    return sorted(question, key=lambda answer: min(order[item] for item in answer))


def _error(item: Cell | Relation, aside: Aside, checker: Checker, model: Model) -> Discrepancy:
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


def _answer(
    answer: Aside, others: Aside, checker: Checker, model: Model, assuming: Sentence | None = None
) -> tuple[Suspect, ...]:
    cells = [item for item in in_order(answer, checker) if isinstance(item, Cell)]
    return tuple(suspect(cell, answer | others, checker, model, assuming) for cell in cells)


def _dearer(others: Aside, checker: Checker, model: Model) -> list[tuple[Suspect, ...]]:
    """Answers that cost one more than the cheapest."""
    found = explanations(checker, 1, others, DEARER_EFFORT)
    dearer = [explanation.items for explanation in found if explanation.cost > found[0].cost]
    return [_answer(items, others, checker, model) for items in dearer]


def _assuming(
    question: Question, others: Aside, checker: Checker, looser: Model, assuming: Sentence
) -> list[tuple[Suspect, ...]]:
    """Answers as cheap as the cheapest that need the looser model."""
    wide = Checker(next(part for part in looser.components() if checker.model.cells[0] in part.cells))
    known = set(question)
    found = explanations(wide, 0, others)
    new = [explanation.items for explanation in found if explanation.items not in known]
    return [_answer(items, others, wide, looser, assuming) for items in new]
