"""The audit of one document: every kind of table by its own rules, then what they say together."""

from collections.abc import Iterable, Iterator

from maaltal.core.audit.benchmarks import audit_benchmark
from maaltal.core.audit.claims import audit_claims
from maaltal.core.audit.document import Document
from maaltal.core.audit.hypotheses import try_rules
from maaltal.core.audit.judge import judge
from maaltal.core.audit.labels import label_contradictions, two_target_years
from maaltal.core.audit.printing import show
from maaltal.core.audit.report import KINDS, Discrepancy, Report
from maaltal.core.audit.residuals import rounding
from maaltal.core.audit.rules import UNROUNDED
from maaltal.core.audit.spending import audit_spending
from maaltal.core.audit.status import Statuses, statuses
from maaltal.core.audit.sums import audit_sums
from maaltal.core.audit.target_models import audit_target_models


def audit(document: Document) -> Report:
    """Efterregning (audit): everything in the document that cannot be right, or does not add up as printed."""
    tried = try_rules(statuses(document.statuses, document.mentions))
    found = [*_audit_statuses(tried.statuses), *_audit_others(document)]
    return Report(
        document.name, document.figures, document.tables, in_order(found), tried.hypotheses, document.numbers
    )  # fmt: skip


def _audit_statuses(read: Statuses) -> Iterator[Discrepancy]:
    building = read.build()
    found = list(judge(building.model(), building.model(loose=True), UNROUNDED))
    yield from found
    yield from two_target_years(read)
    yield from label_contradictions(read)
    yield from rounding(building.model(), [place for each in found for place in each.places])


def _audit_others(document: Document) -> Iterator[Discrepancy]:
    for models in document.target_models:
        yield from audit_target_models(models)
    for benchmark in document.benchmarks:
        yield from audit_benchmark(benchmark, document.quotes)
    for table in document.plain:
        yield from audit_sums(table)
    yield from audit_spending(document.plain)
    yield from audit_claims(document)


def in_order(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Each once, the graver kinds first, and by where they stand."""
    order = list(KINDS)
    once = {(each.kind, each.text.render("da", show)): each for each in reversed(list(found))}
    return tuple(sorted(once.values(), key=lambda each: (order.index(each.kind), _line(each))))


def _line(found: Discrepancy) -> int:
    return found.places[0].line if found.places else 0
