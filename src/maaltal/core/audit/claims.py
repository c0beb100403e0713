"""Claims: sentences about the figures, held against them."""

from collections.abc import Callable, Iterator

from maaltal.core.audit.claims_of_tables import extreme, rises
from maaltal.core.audit.document import Document
from maaltal.core.audit.figures import Figure
from maaltal.core.audit.groups import FLEKSJOB, Group, groups
from maaltal.core.audit.report import Discrepancy
from maaltal.core.audit.said import Claim, ClaimKind
from maaltal.core.audit.status_table import MUNICIPALITY
from maaltal.core.text import Text, sentence

type Judge = Callable[[Claim, Document], Iterator[Discrepancy]]


def audit_claims(document: Document) -> Iterator[Discrepancy]:
    """Claims that the figures contradict."""
    for claim in document.claims:
        yield from _JUDGES[claim.kind](claim, document)


_WORDS = {
    "grows": Text("en stigning", "a rise"),
    "falls": Text("et fald", "a fall"),
    "same": Text("uændret", "unchanged"),
}


def _goes(claim: Claim, _: Document) -> Iterator[Discrepancy]:
    first, second = claim.figures
    went = "grows" if second.value > first.value else "falls" if second.value < first.value else "same"
    if went != claim.kind:
        yield Discrepancy("contradiction", "claim", sentence(
            "Teksten siger {word} fra {first} til {second}.", "The text says {word} from {first} to {second}.",
            word=_WORDS[claim.kind], first=first.printed, second=second.printed,
        ), (claim.place,))  # fmt: skip


def _covers(claim: Claim, _: Document) -> Iterator[Discrepancy]:
    persons, full_time = claim.figures
    if full_time.value > persons.value:
        yield Discrepancy("contradiction", "full-time", sentence(
            "Teksten siger, at {persons} personer er {full_time} fuldtidspersoner: flere, end de er.",
            "The text says that {persons} persons are {full_time} full-time persons: more than they are.",
            persons=persons.printed, full_time=full_time.printed,
        ), (claim.place,))  # fmt: skip


def _met(claim: Claim, document: Document) -> Iterator[Discrepancy]:
    """A target said to be met, or not, against the measurement and the target printed."""
    unit = claim.unit or MUNICIPALITY
    tables = document.statuses
    years = [t.year for t in tables if t.unit == unit]
    year = claim.year or max(years, default=None)
    for table in (t for t in tables if (t.unit, t.year) == (unit, year)):
        printed = [two for group in groups(table) if _is_about(group, claim) if (two := _reached(group))]
        if printed and all(_is_met(*two) != (claim.kind == "met") for two in printed):
            status, target = printed[0]
            yield Discrepancy("contradiction", "target-met", sentence(
                "Teksten siger, at måltallet {said}, men {table} har {status} af {target}.",
                "The text says that the target {said}, but {table} has {status} of {target}.",
                said=_SAID[claim.kind], table=table.title, status=status.printed, target=target.printed,
            ), (claim.place, status.place, target.place))  # fmt: skip


_SAID = {"met": Text("er indfriet", "was met"), "unmet": Text("ikke er indfriet", "was not met")}


def _is_about(group: Group, claim: Claim) -> bool:
    return claim.subject is None or (claim.subject == FLEKSJOB) == group.is_count


def _reached(group: Group) -> tuple[Figure, Figure] | None:
    alone = group.one("status") if len(group.rows) == 1 else None
    status, target = group.one("group_status") or alone, group.one("target")
    return (status, target) if status and target else None


def _is_met(status: Figure, target: Figure) -> bool:
    return status.value >= target.value


_JUDGES: dict[ClaimKind, Judge] = {
    "rises": rises, "grows": _goes, "falls": _goes, "same": _goes, "met": _met, "unmet": _met,
    "lowest": extreme, "highest": extreme, "covers": _covers,
}  # fmt: skip
