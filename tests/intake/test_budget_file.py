"""Budget files: what each key and column means, and one sentence for each way of writing them wrongly."""

from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from maaltal.core.economics.amounts import Amount, MoneyError, Scale, SpendingType
from maaltal.core.economics.budget_checks import check
from maaltal.intake.budget_file import Typed, read_budget
from maaltal.intake.errors import IntakeError

TOP = 'title = "F"\nprice_level = 2026\nfirst_year = 2026\nlast_year = 2028\n'
LINE = '[[line]]\nlabel = "Korps"\ncommittee = "TMU"\n'
HEADER = "Linje;Aktivitet;Udvalg;Styringsområde;Art;Varig;2026;2027;I alt\n"
TYPED = Typed(2026)


def toml(folder: Path, text: str) -> Path:
    file = folder / "forslag.toml"
    file.write_text(text, "utf-8")
    return file


def kr(kroner: int) -> Amount:
    return Amount(Fraction(kroner), 2026)


@pytest.mark.parametrize(
    ("words", "amounts", "permanent"),
    [
        ("amount = 5", {2026: 5, 2027: 5, 2028: 5}, True),
        ("amount = 5\nyear = 2027", {2027: 5}, False),
        ("amount = 5\nfrom = 2027", {2027: 5, 2028: 5}, True),
        ("amount = 5\nto = 2027", {2026: 5, 2027: 5}, False),
        ("amount = 5\nto = 2027\npermanent = true", {2026: 5, 2027: 5}, True),
        ("number = 4\neach = 500", {2026: 2000, 2027: 2000, 2028: 2000}, True),
        ("amounts = { 2026 = 1, 2028 = 3 }", {2026: 1, 2028: 3}, True),
        ("amount = 2.5", {2026: 3, 2027: 3, 2028: 3}, True),
    ],
)
def test_amounts_of_a_line(tmp_path: Path, words: str, amounts: dict[int, int], permanent: bool) -> None:
    (line,) = read_budget(toml(tmp_path, f"{TOP}{LINE}{words}\n"), TYPED).lines
    assert line.amounts == {year: kr(kroner) for year, kroner in amounts.items()}
    assert line.permanent == permanent


def test_unit_and_rounding_are_of_the_whole_file(tmp_path: Path) -> None:
    (line,) = read_budget(
        toml(tmp_path, f"{TOP}unit = 1000\nround_to = 10\n{LINE}amount = 126.5\n"), TYPED
    ).lines
    assert line.amounts[2026] == kr(130_000)


def test_what_fleksjobs_cost_become_lines(tmp_path: Path) -> None:
    cost = "[cost]\njobs = 10\nhours = 10\nwage = 150\nday = 2016-07-01\nadditional = 55\ncommittee = 'BIU'\ninclude = ['EO', 'EI']\nactivation = 10802\n"
    made = read_budget(toml(tmp_path, TOP.replace("2026", "2016") + cost), TYPED)
    assert {line.spending for line in made.lines} == {SpendingType.EO, SpendingType.EI}
    assert made.sum(made.of(SpendingType.EI), 2016) == Amount(Fraction(-59_411), 2016)
    assert check(made) == ()


def test_no_jobs_cost_nothing_and_make_no_lines(tmp_path: Path) -> None:
    cost = "[cost]\njobs = 0\nhours = 10\nwage = 150\nday = 2016-07-01\n"
    with pytest.raises(MoneyError, match="mindst ét år og én linje"):
        read_budget(toml(tmp_path, TOP.replace("2026", "2016") + cost), TYPED)


def test_a_corps_that_is_paid_for_has_an_income_line(tmp_path: Path) -> None:
    corps = (
        '[corps]\npeople = 10\neach = 100000\nweekly_hours = 10\nweeks = 40\nprice = 50\ncommittee = "TMU"\n'
    )
    cost, paid = read_budget(toml(tmp_path, TOP + corps), TYPED).lines
    assert (cost.amounts[2026], paid.amounts[2026]) == (kr(1_000_000), kr(-200_000))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "kan ikke læses som TOML"),
        ("title = 'F'\n", "mangler first_year"),
        (TOP.replace("2028", "2025") + LINE + "amount = 1", "last_year = 2025 skal være fra first_year"),
        (TOP + "round_to = 0\n" + LINE + "amount = 1", "round_to = 0 skal være et helt antal kroner"),
        (TOP + LINE, r"\[\[line\]\] 1 \(Korps\) mangler amount"),
        (TOP + LINE + "amount = 'meget'", "amount = meget skal være et tal"),
        (TOP + LINE + "amount = nan", "amount = NaN skal være et tal"),
        (TOP + LINE + "amount = true", "amount = True skal være et tal"),
        (TOP + LINE + "amuont = 1\namount = 1", "'amuont' kendes ikke; her kan stå activity, amount"),
        (TOP + LINE + "amount = 1\nspending = 'drift'", "styringsområdet 'drift' kendes ikke; det er service, EO eller EI"),
        (TOP + LINE + "amount = 1\nkind = 'gave'", "arten 'gave' kendes ikke; den er udgift, finansiering"),
        (TOP + LINE + "amount = 1\npermanent = 'ja'", "permanent = ja skal være true eller false"),
        (TOP + LINE + "amounts = { sidste = 1 }", "amounts = sidste skal være år"),
        (TOP + "[[linje]]\nlabel = 'x'", "'linje' kendes ikke"),
        (TOP + "[pool]\npercent = 0.075\ncommittee = 'ØU'\nwage_bills_file = 'ingen.csv'", "Filen ingen.csv kan ikke læses"),
        (TOP + "[cost]\njobs = 1\nhours = 10\nwage = 150\nday = 2040-07-01", "Satsen .* mangler .* skrives det som rates"),
        (TOP + "line = 5", r"line = 5 skal være tabeller \[\[line\]\]"),
    ],
)  # fmt: skip
def test_a_toml_file_that_cannot_be_used_gets_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        read_budget(toml(tmp_path, text), TYPED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LINE + "amount = 1\nyear = 2030", "Korps: 2030 ligger uden for forslagets år 2026-2028"),
        ("[pool]\npercent = 0.075\ncommittee = 'ØU'\nwage_bills = { 'ØU' = 0 }", "ØU har en lønsum på 0 kr. i 2026"),
        ("[cost]\njobs = 1\nhours = -1\nwage = 150\nday = 2016-07-01", "under nul: -1"),
        ("[cost]\njobs = 1\nhours = 10\nwage = 150\nday = 2016-07-01\ncommittee = 'BIU'", "i 2016 p/l, forslaget i 2026 p/l"),
        ("[corps]\npeople = 0\ncost = 1", "mindst én person"),
    ],
)  # fmt: skip
def test_money_that_cannot_be_reckoned_gets_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(MoneyError, match=said):
        read_budget(toml(tmp_path, TOP + text), TYPED)


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    file = folder / "forslag.csv"
    file.write_text(header + "\n".join(rows) + "\n", "utf-8-sig")
    return file


def test_rows_with_a_line_are_lines_and_those_without_are_bookings(tmp_path: Path) -> None:
    made = read_budget(table(tmp_path, "Korps;;;service;udgift;ja;1.000;1.000;2.000", ";Korps;TMU;service;;;1.000;1.000;2.000"), TYPED)  # fmt: skip
    assert made.lines[0].amounts == {2026: kr(1_000_000), 2027: kr(1_000_000)}
    assert (made.typed[0].committee, made.years) == ("TMU", (2026, 2027))
    assert check(made) == ()


def test_totals_that_do_not_fit_are_found(tmp_path: Path) -> None:
    made = read_budget(table(tmp_path, "Korps;Korps;TMU;service;udgift;ja;1;1;3", "Udgifter i alt;;;;;;1;2;2"), TYPED)  # fmt: skip
    assert [rule.code for rule, _ in check(made)] == ["total-differs", "total-differs"]


def test_kroner_and_millions(tmp_path: Path) -> None:
    file = table(tmp_path, "Korps;Korps;TMU;service;udgift;ja;0,5;0,5;")
    assert read_budget(file, Typed(2026, Scale.MILLIONS)).lines[0].amounts[2026] == kr(500_000)


def test_a_workbook_s_numbers_are_numbers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Forslag", 0)
    sheet.append(["Linje", "Styringsområde", "Udvalg", 2026])
    sheet.append(["Korps", "service", "TMU", 1.084])
    book.save(tmp_path / "forslag.xlsx")
    made = read_budget(tmp_path / "forslag.xlsx", Typed(2026, Scale.KRONER))
    assert made.lines[0].amounts[2026].kroner == Fraction("1.084")


@pytest.mark.parametrize(
    ("row", "header", "level", "said"),
    [
        ("Korps;;TMU;service;;;1;;", HEADER, None, "hvilket års priser.*--price-level"),
        ("Korps;;TMU;service;;;mange;;", HEADER, 2026, "forslag.csv:2: 'mange' i kolonnen '2026' kan ikke læses"),
        ("Korps;;TMU;;;;1;;", HEADER, 2026, "forslag.csv:2: kolonnen 'Styringsområde' er tom"),
        ("Korps;;TMU;service;;måske;1;;", HEADER, 2026, "'måske' er hverken ja eller nej"),
        (";Korps;;service;;;1;;", HEADER, 2026, "kolonnen 'Udvalg' er tom"),
        ("Korps;TMU", "Linje;Udvalg\n", 2026, "mangler kolonnen 'Styringsområde'; den har Linje, Udvalg"),
        ("Korps;service", "Linje;Styringsområde\n", 2026, "ingen kolonne, der hedder et år"),
        ("", HEADER, 2026, "har ingen rækker"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_used_gets_one_sentence(tmp_path: Path, row, header, level, said) -> None:
    with pytest.raises(IntakeError, match=said):
        read_budget(table(tmp_path, row, header=header), Typed(level))
