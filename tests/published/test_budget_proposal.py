"""The budget proposal of 2016, "Flere i fleksjob": every figure that it prints, from what drives them and as typed by hand."""

import csv
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

from maaltal.core.economics.amounts import Scale
from maaltal.documents.budget import COMMITTEES, LINES
from maaltal.documents.numbers import show
from maaltal.documents.printing import printed
from maaltal.documents.tables import Table
from maaltal.ground.budget import Audited, audited_budget
from maaltal.intake.budget_file import Typed, read_budget
from maaltal.intake.pool_files import read_wage_bills

HERE = Path(__file__).parent
EXAMPLES = Path(str(files("maaltal.sample"))) / "money"
MISBOOKED = ("3", "Besparelser af ordningen", "EO")
YEARS = ("2016", "2017", "2018", "2019", "total")
TOTALS = {
    "Udgifter til service i alt": "service-total", "Udgifter til overførsler mv. i alt": "transfers-total", "Udgifter i alt": "total", "I alt": "total",
}  # fmt: skip


def facts() -> list[dict[str, str]]:
    with (HERE / "budget_proposal.csv").open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def proposal(name: str) -> Audited:
    return audited_budget(read_budget(EXAMPLES / name, Typed(2016, Scale.THOUSANDS)))


@pytest.fixture(scope="module")
def driven() -> Audited:
    return proposal("flere-i-fleksjob.toml")


@pytest.fixture(scope="module")
def typed() -> Audited:
    return proposal("flere-i-fleksjob-som-trykt.csv")


def row_code(fact: dict[str, str]) -> str:
    if fact["line"] in TOTALS:
        return TOTALS[fact["line"]]
    return (
        fact["line"] if fact["table"] == "2" else f"{fact['section']}/{fact['line']}/{fact['account_type']}"
    )


def in_table(audited: Audited, fact: dict[str, str]) -> str:
    table: Table = audited.document[LINES if fact["table"] == "2" else COMMITTEES]
    return printed(table.cell(row_code(fact), fact["year"]), "da")


def test_there_are_facts_of_both_tables() -> None:
    assert {fact["table"] for fact in facts()} == {"2", "3"}
    assert len(facts()) == 129


def test_every_printed_figure_comes_from_what_drives_it_but_the_misbooked_ones(driven: Audited) -> None:
    wrong = [
        fact for fact in facts()
        if (fact["table"], fact["section"], fact["account_type"]) != MISBOOKED and in_table(driven, fact) != fact["printed"]
    ]  # fmt: skip
    assert wrong == []


def test_where_the_print_books_all_on_eo_the_lines_give_eo_and_ei(driven: Audited) -> None:
    table, place = (
        driven.document[COMMITTEES],
        "Besparelser af ordningen/Beskæftigelses- og Integrationsudvalget",
    )
    assert [printed(table.cell(f"{place}/EO", year), "da") for year in YEARS] == ["-4.240"] * 4 + ["-16.960"]
    assert [printed(table.cell(f"{place}/EI", year), "da") for year in YEARS] == ["-1.010"] * 4 + ["-4.040"]


def test_built_from_its_drivers_the_proposal_audits_clean(driven: Audited) -> None:
    assert driven.found == ()
    assert driven.report.discrepancies == ()
    assert driven.report.tables == 2


def test_every_printed_figure_stands_as_typed(typed: Audited) -> None:
    assert [fact for fact in facts() if in_table(typed, fact) != fact["printed"]] == []


def test_typed_by_hand_the_misbooking_is_the_one_thing_found(typed: Audited) -> None:
    assert [rule.code for rule, _ in typed.found] == ["spending-type"]
    said = typed.found[0][1].render("da", show).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Udvalgenes tabel fører EO -5.250.000 kr. (2016 p/l), hvor linjerne har EO -4.240.000 kr. (2016 p/l) og "
        "EI -1.010.000 kr. (2016 p/l) (2016)."
    )
    assert typed.has_errors


def test_the_order_of_the_lines_is_the_printed_one(driven: Audited) -> None:
    order = list(dict.fromkeys(fact["line"] for fact in facts() if fact["table"] == "2"))
    found = [printed(row.cells[0], "da") for row in driven.document[LINES].rows]
    without_kind = [label.removesuffix(" (EO)").removesuffix(" (EI)") for label in found]
    assert [label for label in without_kind if label in order] == order


def test_the_example_s_wage_bills_are_those_that_the_contributions_imply() -> None:
    """Each contribution / 0.075 pct., to the krone."""
    bills = read_wage_bills(EXAMPLES / "loensum.csv").by_year[2016]
    printed_ = {fact["line"]: -int(fact["printed"].replace(".", "")) * 1000 for fact in facts()
                if fact["section"] == "Finansiering af Fleksjobpulje" and fact["year"] == "2016"}  # fmt: skip
    assert bills.keys() == printed_.keys()
    assert all(
        abs(bills[name] - kroner / Fraction("0.00075")) <= Fraction(1, 2) for name, kroner in printed_.items()
    )
