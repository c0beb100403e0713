"""What may be wrong with a budget proposal: signs, permanence, financing, and two tables that say the same money twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maaltal.core.economics.amounts import Amount, SpendingType, total
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_lines import KINDS, Booking, Line, Stated
from maaltal.core.findings import Rule, Severity
from maaltal.core.text import Sentence, Text, sentence

type Found = tuple[Rule, Sentence]
"""A breached rule and the sentence that says where, by how much, and what to do."""

SERVICE, TRANSFERS, ALL, BOOKINGS = "service", "transfers", "all", "bookings"


def _rule(code: str, severity: Severity, title: Text) -> tuple[str, Rule]:
    return code, Rule(code, severity, title, title, title)


BUDGET_RULES: dict[str, Rule] = dict((
    _rule("sign", "error", Text("Forkert fortegn", "Wrong sign")),
    _rule("total-differs", "error", Text("Totalen passer ikke", "The total does not fit")),
    _rule("spending-type", "error", Text("De to tabeller fører samme penge på hver sit styringsområde",
                                         "The two tables book the same money on different spending types")),
    _rule("booking-differs", "error", Text("Udvalgenes tabel giver et andet beløb", "The committees' table gives another amount")),
    _rule("no-committee", "error", Text("Linje uden udvalg", "Line without a committee")),
    _rule("financing-differs", "error", Text("Finansieringen dækker ikke", "The financing does not cover")),
    _rule("not-permanent", "warning", Text("Varig linje, der hører op", "Permanent line that stops")),
    _rule("repeated", "warning", Text("Samme linje flere gange", "The same line several times")),
))  # fmt: skip


def check(proposal: Proposal) -> tuple[Found, ...]:
    """Everything that is wrong with the proposal, in the order of its lines; nothing when it can be decided on."""
    return (*_signs(proposal), *_permanence(proposal), *_repeated(proposal), *_financing(proposal),
            *_committees(proposal), *_stated(proposal))  # fmt: skip


def _signs(proposal: Proposal) -> Iterator[Found]:
    for line in proposal.lines:
        wrong = [year for year, amount in line.amounts.items() if _is_wrong(line, amount)]
        if wrong:
            wanted = Text("positiv", "positive") if line.kind == "expense" else Text("negativ", "negative")
            yield BUDGET_RULES["sign"], sentence(
                "{line}: {amount} i {year}; en {kind} skal være {wanted}.", "{line}: {amount} in {year}; an amount of this kind ({kind}) must be {wanted}.",
                line=line.label, amount=line.amounts[wrong[0]], year=str(wrong[0]), kind=_kind(line), wanted=wanted)  # fmt: skip


def _is_wrong(line: Line, amount: Amount) -> bool:
    return amount.kroner < 0 if line.kind == "expense" else amount.kroner > 0


def _kind(line: Line) -> Text:
    return KINDS[line.kind]


def _permanence(proposal: Proposal) -> Iterator[Found]:
    last = proposal.years[-1]
    for line in proposal.lines:
        if line.permanent and not line.amounts.get(last):
            yield BUDGET_RULES["not-permanent"], sentence(
                "{line} er varig, men har intet beløb i {year}.", "{line} is permanent, but has no amount in {year}.",
                line=line.label, year=str(last))  # fmt: skip


def _repeated(proposal: Proposal) -> Iterator[Found]:
    seen: set[tuple[object, ...]] = set()
    for line in proposal.lines:
        key = (line.label.da, line.spending, line.committee, (line.activity or line.label).da)
        if key in seen:
            yield BUDGET_RULES["repeated"], sentence(
                "{line} står flere gange for samme udvalg; beløbene er lagt sammen.",
                "{line} stands several times for the same committee; the amounts are added up.", line=line.label)  # fmt: skip
        seen.add(key)


def _financing(proposal: Proposal) -> Iterator[Found]:
    """What is said to be financed must be, each year."""
    for name in dict.fromkeys(line.finances for line in proposal.lines if line.finances):
        financed = [line for line in proposal.lines if line.label.da == name and not line.finances]
        paying = [line for line in proposal.lines if line.finances == name]
        for year in proposal.years:
            left = proposal.sum((*financed, *paying), year)
            if left:
                yield BUDGET_RULES["financing-differs"], sentence(
                    "{line}: udgift og finansiering afviger med {left} i {year}.", "{line}: expense and financing differ by {left} in {year}.",
                    line=name, left=left, year=str(year))  # fmt: skip
                break


def _committees(proposal: Proposal) -> Iterator[Found]:
    """The two tables must give the same money for each spending type, each year."""
    bookings = proposal.bookings
    if not proposal.typed:
        for line in proposal.lines:
            if line.committee is None:
                yield BUDGET_RULES["no-committee"], sentence(
                    "{line} har intet udvalg, så den mangler i udvalgenes tabel.",
                    "{line} has no committee, so the committees' table lacks it.", line=line.label)  # fmt: skip
        return
    for year in proposal.years:
        lines, booked = _by_type(proposal, proposal.lines, year), _by_type(proposal, bookings, year)
        if lines != booked:
            yield _differ(proposal, year, lines, booked)
            return


def _by_type(proposal: Proposal, entries: Iterable[Line | Booking], year: int) -> dict[SpendingType, Amount]:
    every = tuple(entries)
    return {spending: proposal.sum([each for each in every if each.spending is spending], year) for spending in SpendingType}  # fmt: skip


def _differ(
    proposal: Proposal, year: int, lines: Mapping[SpendingType, Amount], booked: Mapping[SpendingType, Amount]
) -> Found:
    types = [spending for spending in SpendingType if lines[spending] != booked[spending]]
    same = total(lines.values(), proposal.level) == total(booked.values(), proposal.level)
    return BUDGET_RULES["spending-type" if same else "booking-differs"], sentence(
        "Udvalgenes tabel fører {there}, hvor linjerne har {here} ({year}).",
        "The committees' table books {there}, where the lines have {here} ({year}).",
        there=_told(booked, types), here=_told(lines, types), year=str(year))  # fmt: skip


def _told(amounts: Mapping[SpendingType, Amount], types: Iterable[SpendingType]) -> Sentence:
    told = [(spending, amounts[spending]) for spending in types]
    shown = [each for each in told if each[1]] or told[:1]
    names = {f"a{n}": amount for n, (_, amount) in enumerate(shown)}
    da, en = (
        word.join(f"{spending.value} {{a{n}}}" for n, (spending, _) in enumerate(shown))
        for word in (" og ", " and ")
    )
    return sentence(da, en, **names)


def _stated(proposal: Proposal) -> Iterator[Found]:
    for stated in proposal.stated:
        follows = _follows(proposal, stated) if stated.follows is None else stated.follows
        if follows != stated.amount:
            when = str(stated.year) if stated.year else Text("alle år", "all years")
            yield BUDGET_RULES["total-differs"], sentence(
                "{label}, {when}: der står {stated}, men det giver {follows}.", "{label}, {when}: {stated} is written, but it comes to {follows}.",
                label=stated.label, when=when, stated=stated.amount, follows=follows)  # fmt: skip


def _follows(proposal: Proposal, stated: Stated) -> Amount:
    entries: dict[str, Iterable[Line | Booking]] = {
        SERVICE: proposal.of(SpendingType.SERVICE),
        TRANSFERS: proposal.of(SpendingType.EO, SpendingType.EI),
        ALL: proposal.lines,
        BOOKINGS: proposal.bookings,
    }
    return proposal.sum(entries[stated.of], stated.year)
