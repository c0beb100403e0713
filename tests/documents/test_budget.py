"""Budget proposals as tables: empty years stay empty, sections without lines are left out, and findings stand below."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from maaltal.core.economics.amounts import Amount, Scale, SpendingType
from maaltal.core.economics.budget import Proposal
from maaltal.core.economics.budget_checks import check
from maaltal.core.economics.budget_lines import Line
from maaltal.core.text import same
from maaltal.documents.budget import COMMITTEES, LINES, SERVICE_TOTAL, TOTAL, TRANSFERS_TOTAL, budget_document
from maaltal.documents.printing import printed
from maaltal.documents.tables import EMPTY
from maaltal.ground.budget import audited_budget
from tests.core.economics.made_budget import Wanted, proposal_of, wanted_lines


def kr(kroner: int) -> Amount:
    return Amount(Fraction(kroner), 2026)


def one_line(**changed: object) -> Proposal:
    line = Line(same("IT"), SpendingType.SERVICE, "expense", {2026: kr(200_000)}, "ØU", same("IT"))
    return Proposal(same("Forslag"), (2026, 2027), 2026, (replace(line, **changed),))  # type: ignore[arg-type]


def test_a_year_without_an_amount_is_empty_and_its_total_is_nought() -> None:
    table = budget_document(one_line())[LINES]
    assert printed(table.cell("IT", "2026"), "da") == "200"
    assert table.cell("IT", "2027") == EMPTY
    assert printed(table.cell(TOTAL, "2027"), "da") == "0"


def test_a_section_without_lines_is_left_out() -> None:
    codes = {code for row in budget_document(one_line())[LINES].rows for code in row.codes}
    assert SERVICE_TOTAL in codes
    assert TRANSFERS_TOTAL not in codes


def test_what_is_wrong_stands_below_the_tables() -> None:
    wrong = one_line(kind="saving")
    notes = [note.code for note in budget_document(wrong, check(wrong)).notes]
    assert "sign" in notes


def test_kroner_thousands_and_millions() -> None:
    for scale, words in ((Scale.KRONER, "200.000"), (Scale.THOUSANDS, "200"), (Scale.MILLIONS, "0")):
        assert printed(budget_document(one_line(), (), scale)[COMMITTEES].cell(TOTAL, "2026"), "da") == words


@settings(max_examples=4)
@given(wanted_lines)
def test_whatever_is_proposed_the_print_has_no_error_of_its_own(lines: list[Wanted]) -> None:
    assert not audited_budget(proposal_of(lines), Scale.KRONER).has_errors


def test_a_print_that_is_rounded_has_no_error_either() -> None:
    """Three times 100,400 kr. are 301,200: 100 + 100 + 100 = 301 is what rounding does."""
    made = one_line(amounts={2026: kr(100_400), 2027: kr(300_400)})
    lines = (replace(made.lines[0], label=same(name), activity=same(name)) for name in "ABC")
    assert not audited_budget(replace(made, lines=tuple(lines)), Scale.THOUSANDS).has_errors
