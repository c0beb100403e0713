"""Each kind of note, from the made-up municipality."""

from dataclasses import replace

import pytest

from maaltal.core.periods import parse_period
from maaltal.core.scenarios import Raise, Scenario
from maaltal.core.text import same
from maaltal.documents.blocks import Bound, Paragraph
from maaltal.documents.numbers import show
from maaltal.ground.errors import GroundError
from maaltal.ground.notes.asked import from_json, to_json
from maaltal.ground.notes.make import make
from tests.ground.notes.asking import (
    ANNUAL,
    ANSWER,
    BENCHMARK,
    EVERY,
    MONTHLY,
    PART_YEAR,
    PROPOSAL,
    QUESTIONS,
    told,
)


def made(stands_on, asked, language="da"):
    return make(stands_on, asked, language).document


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_note_has_text_bound_to_its_tables(stands_on, asked, language):
    document = made(stands_on, asked, language)
    assert list(document.bound())
    assert document.tables
    assert not any(sign in told(document, language) for sign in ("{{", "}}", "{%", "None"))


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
def test_a_question_comes_back_from_json(asked):
    assert from_json(to_json(asked)) == asked


def test_annual_tables_are_numbered_as_in_the_printed_note(stands_on):
    document = made(stands_on, ANNUAL)
    numbered = [table.code for table in document.tables if table.numbered]
    assert numbered == [
        "KK-2024",
        "KK-2023",
        *(f"{unit}-2024" for unit in ("BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF")),
    ]
    assert "Af tabel 3-9 fremgår" in told(document)
    assert [str(value) for _, value in document.facts] == ["2025-2413"]


def test_annual_charts_have_their_figures_and_words(stands_on):
    months, units = made(stands_on, ANNUAL).charts
    assert [row.codes[0] for row in months.data.rows][::23] == ["2023-01", "2024-12"]
    assert months.data.cell("2024-12", "fleksjob").value == 1014
    targets = [months.data.cell(month, "placements:target").value for month in ("2023-12", "2024-01")]
    assert targets == [1134, 1084]
    assert "til 1.014, måltal 900." in show(months.described, "da")
    assert "Samlet under 100 pct.: BUF, TMF, ØKF" in show(units.described, "da")


def test_annual_in_english(stands_on):
    assert "has risen from 772 full-year persons, which is 68 per cent, in 2023 to 913" in told(
        made(stands_on, ANNUAL, "en"), "en"
    )


def test_part_year_states_its_denominator_and_gives_both_readings(stands_on):
    text = told(made(stands_on, PART_YEAR))
    assert "deler dagene i forløb med periodens 305 dage" in text
    assert "gennemsnittet 909 helårspersoner (84 pct. af måltallet), og optjent er 757 (70 pct.)" in text
    assert "Fleksjob er steget fra 980 til 1.000 ansatte" in text


def test_part_year_by_the_year_says_so(stands_on):
    text = told(made(stands_on, replace(PART_YEAR, denominator="year")))
    assert "deler dagene i forløb med hele årets 366 dage" in text


def test_part_year_without_the_year_before(stands_on):
    text = told(made(stands_on, replace(PART_YEAR, period=parse_period("2023-H1"))))
    assert "ikke både data og måltal for samme del af året før" in text


def test_monthly_says_what_changed_and_what_is_missing(stands_on):
    document = made(stands_on, MONTHLY)
    text = told(document)
    assert "Fleksjob er steget fra 268 ansatte i september 2024 til 269 i oktober 2024." in text
    assert (
        "For fleksjob mangler der 107 ansatte i at nå måltallet på 376. Det kræver 376 ansatte ved årets udgang."
        in text
    )
    assert len(document["centres"].rows) == 12
    assert [note.text.render("da", show) for note in document["centres"].notes] == [
        f"Prøvecenter BUF {part} hører under Prøvecenter BUF {whole} og er talt med dér."
        for part, whole in ((11, 1), (12, 2))
    ]
    assert document.charts[0].data.title.render("da", show).endswith(", januar–oktober 2024")
    assert {"ikke oplyst"} == {show(row.cells[1].value, "da") for row in document["contacts"].rows[:2]}


def test_monthly_in_the_first_month_of_the_data_has_none_before(stands_on):
    text = told(made(stands_on, replace(MONTHLY, period=parse_period("2023-01"), unit="KK")))
    assert "der er ikke data for december 2022 at sammenligne med" in text


def test_monthly_for_a_unit_without_targets_has_no_empty_table(stands_on):
    document = made(stands_on, replace(MONTHLY, unit="BUF-C01"))
    assert "missing" not in [table.code for table in document.tables]
    assert "Der er ikke fastsat måltal for Prøvecenter BUF 1." in told(document)


def test_annual_without_targets_for_administrations_has_no_empty_chart(stands_on):
    document = made(stands_on, replace(ANNUAL, period=parse_period("2023")))
    assert [chart.data.code for chart in document.charts] == ["by-month"]


def test_the_proposal_without_the_staff_has_no_empty_column(stands_on):
    level = made(stands_on, replace(PROPOSAL, ordinary_staff=None))["level"]
    assert [column.code for column in level.columns] == ["model", "total"]


def test_monthly_names_the_contact_persons_that_are_given(stands_on):
    given = "unit;role;name;reached\nBUF;fleksjob;Prøve Prøvesen;12 34 56 78\n"
    contacts = made(stands_on, replace(MONTHLY, inputs=(("contacts", given),)))["contacts"]
    assert [cell.value for cell in contacts.rows[0].cells[1:]] == ["Prøve Prøvesen", "12 34 56 78"]


def test_the_proposal_says_what_each_model_does(stands_on):
    text = told(made(stands_on, PROPOSAL))
    assert "Måltallet for fleksjob opjusteres fra 900 til 1.000." in text
    assert "stiger fra 5,99 til 6,30 pct. af de ordinært ansatte" in text
    assert "merudgift på 2.700.000-12.400.000 kr. om året" in text
    assert "nedjusteres fra 1.084 til 984" in text
    assert "alle måltal giver tilsammen 1.984 som før" in text


def test_the_proposal_s_new_targets_add_up(stands_on):
    targets = made(stands_on, PROPOSAL)["targets"]
    for column in ("fleksjob:Model 1", "fleksjob:Model 2", "placements:Model 2"):
        *units, total = (
            row.cells[[c.code for c in targets.columns].index(column)].value for row in targets.rows
        )
        assert sum(units) == total


def test_the_answer_compares_and_names_its_source(stands_on):
    document = made(stands_on, ANSWER)
    text = told(document)
    assert "5.192 i 2. kvartal 2024 til 1. kvartal 2025. Antallet er steget fra 4.887" in text
    assert (
        "1.000 ansatte i fleksjob. Måltallet er 900. Det er flere end i oktober 2023, hvor der var 980."
        in text
    )
    assert "1,1 i København, det laveste af alle områderne" in text
    assert "trukket den 30. juni 2025" in show(document["published"].notes[0].text, "da")


@pytest.mark.parametrize(
    ("asked", "reason", "words"),
    [
        (replace(ANNUAL, period=parse_period("2022")), "no-data", "Data dækker ikke hele 2022"),
        (replace(ANNUAL, target_set="nix"), "no-data", "Der er intet måltalssæt 'nix'"),
        (replace(PART_YEAR, period=parse_period("2024-01-05..2024-02-03")), "question", "ikke hele måneder"),
        (replace(MONTHLY, period=parse_period("2024-H1")), "question", "ikke én måned"),
        (replace(MONTHLY, unit="BUX"), "no-data", "Mente du BUF"),
        (replace(MONTHLY, inputs=(("contacts", "a;b\n"),)), "file", "linje 1: 'a, b'"),
        (replace(MONTHLY, inputs=(("contacts", "unit;role;name;reached\nBUF;x\n"),)), "file", "linje 2: 'BUF, x'"),
        (replace(PROPOSAL, scenarios=()), "question", "Der er ingen modeller"),
        (replace(PROPOSAL, period=parse_period("2031")), "no-data", "Der er ingen måltal for 2031"),
        (replace(ANSWER, inputs=()), "file", "mangler question"),
        (replace(ANSWER, inputs=(("question", "x = ["),)), "file", "er ikke TOML"),
        (replace(ANSWER, inputs=(("question", QUESTIONS.replace("2025-06-30", '"juni"')),)), "file", "mangler extracted"),
        (replace(ANSWER, inputs=(("question", QUESTIONS.replace("5192", "-1")),)), "file", "har '-1' i [[figure]] 1"),
        (replace(ANSWER, inputs=(("question", QUESTIONS.replace('"own"', '"egne"')),)), "file", "har 'egne' i uses"),
        (replace(ANSWER, inputs=(("question", QUESTIONS),)), "question", "--benchmark"),
        (replace(ANSWER, inputs=(("question", QUESTIONS), ("benchmark", BENCHMARK.replace("København", "Ribe")))), "file", "har ikke området 'København'"),
        (replace(ANSWER, inputs=(("question", QUESTIONS), ("benchmark", BENCHMARK.replace("4,5", "mange")))), "file", "har 'mange' i linje 4"),
        (replace(ANSWER, inputs=(("question", QUESTIONS), ("benchmark", "Område;Antal\n"))), "file", "har ingen rækker"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_one_sentence(stands_on, asked, reason, words):
    with pytest.raises(GroundError) as error:
        made(stands_on, asked)
    assert error.value.reason == reason
    assert words in error.value.sentence.render("da", show)
    assert error.value.sentence.render("en", show) != error.value.sentence.render("da", show)


def test_a_bound_figure_follows_the_data_and_not_the_template(stands_on):
    """The same sentence in two months: its figures are those of each month's table."""
    for period in ("2024-09", "2024-10"):
        document = made(stands_on, replace(MONTHLY, period=parse_period(period)))
        runs = [
            run
            for block in document.body
            if isinstance(block, Paragraph)
            for run in block.runs
            if isinstance(run, Bound)
        ]
        figure = next(
            run for run in runs if (run.table, run.row, run.column) == ("changes", "fleksjob", "now")
        )
        assert document.figure(figure) == document["changes"].cell("fleksjob", "now")


YEARS = """
[years]
columns = ["Antal visiteret", "Antal i ordningen"]
2022 = [710, 4323]
2023 = [877, 4832]
2024 = [937, {last}]
"""


def by_year(last: object):
    text = QUESTIONS.replace('answer = "Det ved vi ikke."', 'uses = ["years"]') + YEARS.format(last=last)
    return replace(ANSWER, inputs=(("question", text), ("benchmark", BENCHMARK)))


def test_a_table_of_years_says_itself_whether_it_rises(stands_on):
    document = made(stands_on, by_year(5332))
    assert document["years"].cell("2023", "c1").value == 877
    assert "viser en løbende stigning i alle år." in told(document)
    assert "Antal i ordningen: steget fra 4.323 i 2022 til 5.332 i 2024." in told(document)


def test_a_table_with_a_fall_is_not_said_to_rise_steadily(stands_on):
    said = told(made(stands_on, by_year(4800)))
    assert "løbende stigning" not in said
    assert "Antal i ordningen: steget fra 4.323 i 2022 til 4.800 i 2024, med fald i 2024." in said


def test_a_year_without_its_counts_is_refused(stands_on):
    with pytest.raises(GroundError, match="mange"):
        made(stands_on, by_year('"mange"'))


def test_a_lower_target_saves(stands_on):
    fewer = Scenario("Færre", same("Færre"), (Raise("fleksjob", -50),))
    document = made(stands_on, replace(PROPOSAL, scenarios=(fewer,)))
    cells = [document["cost"].cell("Færre", column).value for column in ("more", "least", "most")]
    assert cells == [-50, -50 * 124_000, -50 * 27_000]
    assert "vil alt andet lige give en besparelse, se tabel 3." in told(document)


def test_english_names_the_municipality_with_its_article(stands_on):
    assert "job schemes in the City of Copenhagen as a workplace" in told(made(stands_on, ANNUAL, "en"), "en")
