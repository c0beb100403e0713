"""An explanation says whether the engine's value is the definition's, and does not hide it when it is not."""

from dataclasses import replace
from fractions import Fraction

from maaltal.core.catalogue import FULL_YEAR_PERSONS, HEADCOUNT
from maaltal.core.counting import Counting
from maaltal.core.periods import parse_period
from maaltal.documents.combined_explained import combined_document
from maaltal.documents.explained import explained_document
from maaltal.documents.explained_figure import Below, Explained
from maaltal.documents.printing import note_text, printed
from maaltal.documents.terminal import as_text
from tests.documents.made import ADMINISTRATIONS, MUNICIPALITY, ROOT, made_status

RIGHT = Explained(
    unit=ADMINISTRATIONS[0],
    period=parse_period("2024"),
    selection=MUNICIPALITY.selections[0],
    measure=FULL_YEAR_PERSONS,
    denominator="period",
    divided_by=366,
    counting=Counting(9, 8, 1, 7, 6, 5, 4, 3, 13_646, 1),
    value=Fraction(13_645, 366),
    by_definition=Fraction(13_645, 366),
    target=56,
    fulfilment=Fraction(13_645, 366 * 56),
    below=(Below(ADMINISTRATIONS[1], 5, 13_645, Fraction(13_645, 366)),),
)


def test_the_figure_and_its_steps() -> None:
    document = explained_document(RIGHT, ())
    assert printed(document["figure"].cell("exact", "value"), "da") == "13645/366 = 37,28"
    assert printed(document["figure"].cell("printed", "value"), "da") == "37 helårspersoner"
    assert (
        printed(document["figure"].cell("fulfilment", "value"), "da")
        == "(13645/366) / 56 = 66,57 pct., trykt 67 pct."
    )
    assert printed(document["steps"].cell("joined", "number"), "da") == "1"
    assert printed(document["steps"].cell("days_once", "number"), "da") == "13.645"
    assert document["below"].notes == ()
    assert "Kontrolleret mod definitionen" in as_text(document, "da")


def test_a_disagreement_is_an_error() -> None:
    wrong = replace(RIGHT, by_definition=Fraction(13_644, 366))
    assert RIGHT.agrees
    assert not wrong.agrees
    said = note_text(explained_document(wrong, ()).notes[0], "da")
    assert (
        said
        == "FEJL: motoren giver 13645/366 = 37,28, men definitionen 2274/61 = 37,28. Brug ikke tallet, og meld fejlen."
    )


def test_units_that_do_not_add_up_say_why() -> None:
    apart = replace(RIGHT, below=(replace(RIGHT.below[0], value=Fraction(1)),))
    assert [note.code for note in explained_document(apart, ())["below"].notes] == ["apart"]
    persons = replace(RIGHT, measure=HEADCOUNT, value=87, by_definition=87)
    assert [note.code for note in explained_document(persons, ())["below"].notes] == ["not-summable"]


def test_combined_fulfilment_shows_each_part() -> None:
    table = combined_document(made_status(ROOT, "2024"), MUNICIPALITY, ())["combined"]
    assert printed(table.cell("placements", "weight"), "da").startswith("55")
    assert printed(table.cell("fleksjob", "product"), "da").startswith("51")
    assert printed(table.cell("combined", "product"), "da").startswith("97")
    plain = combined_document(made_status(ROOT, "2016"), MUNICIPALITY, ())["combined"]
    assert printed(plain.cell("fleksjob", "product"), "da") == ""
