"""The judge: a model of figures in, discrepancies out."""

from collections.abc import Iterator, Sequence

from maaltal.core.audit.answers import answered, assuming_more, dearer, error, in_order, in_order_of, one_of
from maaltal.core.audit.conflicts import common, questions
from maaltal.core.audit.report import Discrepancy
from maaltal.core.tables.explain import Explanation, explanations, search
from maaltal.core.tables.facts import Fact
from maaltal.core.tables.feasible import Checker
from maaltal.core.tables.model import Model
from maaltal.core.tables.relations import Relation
from maaltal.core.text import Sentence, sentence

WHOLE_COMPONENT = 400
"""Up to so many prints are judged together; in larger tables, the neighbourhood of what does not hold as printed."""


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


def rising_cost(model: Model) -> Iterator[int]:
    """How many prints (and broken relations, dearer) the cheapest explanation of everything needs, at least.

    It rises as the search goes on; the last is the cost itself.
    """
    spent = 0
    for part in doubtful_parts(model):
        for step in search(Checker(part)):
            yield spent + step.cost
            if isinstance(step, Explanation):
                spent += step.cost
                break
    yield spent


def judge(
    model: Model, looser: Model | None = None, assuming: Sentence | None = None
) -> Iterator[Discrepancy]:
    """Errors and open questions of the model.

    `looser` is the same cells with a rule given up, in words `assuming`: what it alone can explain is offered too,
    as a dearer answer to an open question. Where too much is wrong to be seen together, each table is judged alone.
    """
    for part in doubtful_parts(model):
        checker = Checker(part)
        best = explanations(checker)
        if best and best[0].items:
            yield from _found(checker, best, model, looser, assuming)
        elif not best:
            yield _tangled(part)
            tables = list(_tables(part))
            for table in tables if len(tables) > 1 else ():
                yield from judge(table)


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
        yield error(item, sets[0], checker, model)
    for question in questions(sets):
        others = certain.union(*(sets[0] - frozenset().union(*question),))
        answers = [answered(answer, others, checker, model) for answer in in_order_of(question, checker)]
        answers += dearer(others, checker, model)
        if looser and assuming:
            answers += assuming_more(question, others, checker, looser, assuming)
        yield one_of([answer for answer in answers if answer])


def _tables(part: Model) -> Iterator[Model]:
    """Each table's cells with the relations between them: less to go by, but what one table contradicts stays told."""
    unprinted = {fact for fact in part.facts if fact not in part.cells_of}
    for table in dict.fromkeys(str(cell.place.table) for cell in part.cells):
        printed = {cell.fact for cell in part.cells if str(cell.place.table) == table}
        yield part.restricted_to(printed | unprinted)


def _tangled(part: Model) -> Discrepancy:
    broken = [r for r in part.relations if r.kind == "sum" and not holds_as_printed(r, part)]
    places = [part.cells_of[r.facts[0]][0].place for r in broken if r.facts[0] in part.cells_of]
    return Discrepancy("error", "tangled", sentence(
        "{count} summer passer ikke, og nogle få forkerte tal kan ikke forklare det: er tabellen læst rigtigt?",
        "{count} sums do not add up, and a few wrong figures cannot explain it: was the table read right?",
        count=len(broken),
    ), tuple(places))  # fmt: skip
